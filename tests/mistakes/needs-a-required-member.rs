// expect: "sub_appid" | needs
use wxpay::prelude::*;

#[wxpay_object]
pub struct Payer {
    #[wxpay(needs = "sub_appid")]
    pub sub_openid: Option<String>,
    pub sub_appid: String,
}
