// expect: headers
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/orders")]
pub struct PutOrder {
    #[wxpay(headers = "Idempotency-Key")]
    pub idempotency: String,
}
