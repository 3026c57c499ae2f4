// expect: out_order_no =
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/profitsharing/orders", out_order_no = "number")]
pub struct Share {
    pub out_order_no: String,
}
