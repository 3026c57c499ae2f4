// expect: response = CloseOrder
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/pay/transactions/out-trade-no/{out_trade_no}/close", response = CloseOrder)]
pub struct CloseOrder {
    pub out_trade_no: String,
}
