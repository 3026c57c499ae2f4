// expect: &'static str
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/pay/transactions/app")]
pub struct AppOrder {
    pub trade_type: &'static str,
}
