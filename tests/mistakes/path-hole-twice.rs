// expect: {brand_id}"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/brands/{brand_id}/stores/{brand_id}")]
pub struct GetStore {
    pub brand_id: String,
}
