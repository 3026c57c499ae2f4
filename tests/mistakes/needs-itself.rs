// expect: "sub_openid"
use wxpay::prelude::*;

#[wxpay_object]
pub struct Payer {
    #[wxpay(needs = "sub_openid")]
    pub sub_openid: Option<String>,
    pub sub_appid: Option<String>,
}
