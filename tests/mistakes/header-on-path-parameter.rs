// expect: header
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/orders/{order_id}")]
pub struct GetOrder {
    #[wxpay(header = "X-Order")]
    pub order_id: String,
}
