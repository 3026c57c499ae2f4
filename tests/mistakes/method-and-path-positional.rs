// expect: POST
use wxpay::prelude::*;

#[wxpay_endpoint(POST, "/v3/pay/transactions/jsapi")]
pub struct JsapiOrder {
    pub appid: String,
}
