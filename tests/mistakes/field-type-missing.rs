// expect: openid,
use wxpay::prelude::*;

#[wxpay_object]
pub struct Payer {
    pub openid,
}
