// expect: idempotency_key
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/profitsharing/orders", idempotency_key = "out_order_no")]
pub struct Share {
    pub out_order_no: String,
}
