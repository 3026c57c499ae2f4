// expect: WxpayObject
use wxpay::prelude::*;

#[derive(Debug, Clone, WxpayObject)]
pub struct Payer {
    pub openid: String,
}
