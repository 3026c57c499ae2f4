// expect: 128] | (len
use wxpay::prelude::*;

#[wxpay_object]
pub struct Payer {
    #[wxpay(len = 128]
    pub openid: String,
}
