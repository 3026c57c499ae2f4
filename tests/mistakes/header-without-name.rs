// expect: header
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/orders")]
pub struct PutOrder {
    #[wxpay(header)]
    pub idempotency: String,
    pub mchid: String,
}
