// expect: mehtod
use wxpay::prelude::*;

#[wxpay_endpoint(mehtod = "POST", path = "/v3/pay/transactions/jsapi")]
pub struct JsapiOrder {
    pub appid: String,
}
