// expect: needs = sub_appid | sub_appid)]
use wxpay::prelude::*;

#[wxpay_object]
pub struct Payer {
    #[wxpay(needs = sub_appid)]
    pub sub_openid: Option<String>,
    pub sub_appid: Option<String>,
}
