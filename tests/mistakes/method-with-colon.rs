// expect: : "POST" | method
use wxpay::prelude::*;

#[wxpay_endpoint(method: "POST", path = "/v3/pay/transactions/jsapi")]
pub struct JsapiOrder {
    pub appid: String,
}
