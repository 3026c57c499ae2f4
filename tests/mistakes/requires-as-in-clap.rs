// expect: requires
use wxpay::prelude::*;

#[wxpay_object]
pub struct Payer {
    #[wxpay(requires = "sub_appid")]
    pub sub_openid: Option<String>,
    pub sub_appid: Option<String>,
}
