// expect: len
use wxpay::prelude::*;

#[wxpay_object]
pub struct Payer {
    #[len = 128]
    pub openid: String,
}
