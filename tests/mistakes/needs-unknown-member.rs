// expect: "sub_apid"
use wxpay::prelude::*;

#[wxpay_object]
pub struct Payer {
    #[wxpay(needs = "sub_apid")]
    pub sub_openid: Option<String>,
    pub sub_appid: Option<String>,
}
