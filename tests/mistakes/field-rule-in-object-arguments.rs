// expect: len
use wxpay::prelude::*;

#[wxpay_object(len = 128)]
pub struct Payer {
    pub openid: String,
}
