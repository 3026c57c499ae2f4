// expect: -1 | -1..=32
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/pay/transactions/app")]
pub struct AppOrder {
    #[wxpay(len = -1..=32)]
    pub out_trade_no: String,
}
