// expect: "out_trade_no" | out_trade_no: String
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/refund/domestic/refunds", one_of("transaction_id", "out_trade_no"))]
pub struct Refund {
    pub transaction_id: Option<String>,
    pub out_trade_no: String,
}
