// expect: "Idempotency Key"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/orders")]
pub struct PutOrder {
    #[wxpay(header = "Idempotency Key")]
    pub idempotency: String,
    pub mchid: String,
}
