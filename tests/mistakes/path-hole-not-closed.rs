// expect: {apply_id/materials
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/apply4subject/applyment/{apply_id/materials")]
pub struct GetMaterials {
    pub apply_id: String,
}
