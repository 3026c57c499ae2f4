// expect: :out_trade_no
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/pay/transactions/out-trade-no/:out_trade_no/close")]
pub struct CloseOrder {
    pub out_trade_no: String,
    pub mchid: String,
}
