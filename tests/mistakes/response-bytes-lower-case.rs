// expect: bytes
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/merchant-service/images/{media_id}", response = bytes)]
pub struct GetImage {
    pub media_id: String,
}
