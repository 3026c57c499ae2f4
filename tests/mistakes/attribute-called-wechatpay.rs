// expect: wechatpay
use wxpay::prelude::*;

#[wxpay_object]
pub struct Payer {
    #[wechatpay(len = 128)]
    pub openid: String,
}
