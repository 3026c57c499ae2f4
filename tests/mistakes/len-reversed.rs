// expect: 32..=6
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/pay/transactions/app")]
pub struct AppOrder {
    #[wxpay(len = 32..=6)]
    pub out_trade_no: String,
}
