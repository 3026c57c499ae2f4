// expect: needs
use wxpay::prelude::*;

#[wxpay_object(needs("sub_appid"))]
pub struct Payer {
    pub sub_openid: Option<String>,
    pub sub_appid: Option<String>,
}
