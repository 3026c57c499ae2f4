// expect: <'a> | AppOrder
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/pay/transactions/app")]
pub struct AppOrder<'a> {
    pub appid: std::borrow::Cow<'a, str>,
}
