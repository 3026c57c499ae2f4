// expect: wxpay_endpoint
use wxpay::prelude::*;

#[wxpay_endpoint(path = "/v3/pay/transactions/jsapi")]
pub struct JsapiOrder {
    pub appid: String,
}
