// expect: required = true | required
use wxpay::prelude::*;

#[wxpay_object]
pub struct Payer {
    #[wxpay(len = 1..=128, required = true)]
    pub openid: String,
}
