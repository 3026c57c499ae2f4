// expect: transaction_id, | out_trade_no)
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/find", one_of(transaction_id, out_trade_no))]
pub struct Find {
    pub transaction_id: Option<String>,
    pub out_trade_no: Option<String>,
}
