// expect: label = 商户号 | 商户号
use wxpay::prelude::*;

#[wxpay_object]
pub struct Receiver {
    #[wxpay(label = 商户号)]
    pub account: String,
}
