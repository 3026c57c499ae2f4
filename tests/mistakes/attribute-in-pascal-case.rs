// expect: WxpayObject
use wxpay::prelude::*;

#[WxpayObject]
pub struct Payer {
    pub openid: String,
}
