// expect: wechat_pay
use wxpay::prelude::*;

#[wxpay_object]
#[wxpay(crate = wechat_pay)]
pub struct Payer {
    pub openid: String,
}
