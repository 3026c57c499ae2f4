// expect: Amount,
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/pay/transactions/app")]
pub struct AppOrder {
    pub appid: String,
    pub amount: Amount,
}

pub struct Amount {
    pub total: Fen,
}
