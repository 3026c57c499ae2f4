// expect: "openid" | openid
use wxpay::prelude::*;

#[wxpay_object]
pub struct Who {
    #[wxpay(rename = "openid")]
    pub sub_openid: String,
    pub openid: String,
}
