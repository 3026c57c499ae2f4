// expect: needs("sub_appid", "sub_mchid") | ("sub_appid", "sub_mchid")
use wxpay::prelude::*;

#[wxpay_object]
pub struct Payer {
    #[wxpay(needs("sub_appid", "sub_mchid"))]
    pub sub_openid: Option<String>,
    pub sub_appid: Option<String>,
    pub sub_mchid: Option<String>,
}
