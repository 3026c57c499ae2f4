// expect: reponse
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/pay/transactions/native", reponse = CodeUrl)]
pub struct NativeOrder {
    pub appid: String,
}

#[wxpay_object]
pub struct CodeUrl {
    pub code_url: String,
}
