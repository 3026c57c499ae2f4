// expect: "transaction_id")
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/refund/domestic/refunds", one_of("transaction_id", "transaction_id"))]
pub struct Refund {
    pub transaction_id: Option<String>,
    pub out_trade_no: Option<String>,
}
