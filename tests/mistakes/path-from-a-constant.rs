// expect: APP_PATH)]
use wxpay::prelude::*;

pub const APP_PATH: &str = "/v3/pay/transactions/app";

#[wxpay_endpoint(method = "POST", path = APP_PATH)]
pub struct AppOrder {
    pub appid: String,
}
