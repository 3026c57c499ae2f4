// expect: required
use wxpay::prelude::*;

#[wxpay_object]
pub struct Payer {
    #[wxpay(required)]
    pub openid: String,
}
