// expect: "out_trade_no"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/ecommerce/refunds/apply", number = "out_trade_no")]
pub struct EcommerceRefund {
    pub sub_mchid: String,
    pub out_refund_no: String,
}
