// on: "sp_appid"
use wxpay::prelude::*;

#[wxpay_object()]
pub struct Payer {
    #[wxpay(needs = "sp_appid")]
    pub sub_openid: Option<String>,
    pub sub_appid: Option<String>,
    pub sp_appid: String,
}

fn main() {}
