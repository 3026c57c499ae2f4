// expect: auth =
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/pay/transactions/codepay", auth = "WECHATPAY2-SHA256-RSA2048")]
pub struct CodePay {
    pub auth_code: String,
}
