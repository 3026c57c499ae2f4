// expect: "pay_auth_no"
use wxpay::prelude::*;

#[wxpay_object(one_of("pay_auth_no", "openid"))]
pub struct Who {
    #[wxpay(rename = "payAuthNo")]
    pub pay_auth_no: Option<String>,
    pub openid: Option<String>,
}
