// expect: title
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/pay/transactions/codepay", title = "付款码支付")]
pub struct CodePay {
    pub auth_code: String,
}
