// expect: base_url
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/global/rate", base_url = "cross-border")]
pub struct Rate {
    pub fee_type: String,
}
