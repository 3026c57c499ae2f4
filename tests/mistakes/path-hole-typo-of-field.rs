// expect: {out_trade_on} | out_trade_no
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/pay/transactions/out-trade-no/{out_trade_on}")]
pub struct QueryByNumber {
    pub out_trade_no: String,
    pub mchid: String,
}
