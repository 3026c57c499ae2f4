// expect: needs | sub_openid: String | "sub_appid"
use wxpay::prelude::*;

#[wxpay_object]
pub struct Payer {
    #[wxpay(needs = "sub_appid")]
    pub sub_openid: String,
    pub sub_appid: Option<String>,
}
