// expect: post
use wxpay::prelude::*;

#[wxpay_endpoint(post = "/v3/pay/transactions/jsapi")]
pub struct JsapiOrder {
    pub appid: String,
}
