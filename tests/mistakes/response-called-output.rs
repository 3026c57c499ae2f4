// expect: output
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/pay/transactions/native", output = CodeUrl)]
pub struct NativeOrder {
    pub appid: String,
}

#[wxpay_object]
pub struct CodeUrl {
    pub code_url: String,
}
