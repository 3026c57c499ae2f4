// expect: Method
use wxpay::prelude::*;

#[wxpay_endpoint(Method = "POST", path = "/v3/pay/transactions/jsapi")]
pub struct JsapiOrder {
    pub appid: String,
}
