// expect: class
use wxpay::prelude::*;

#[wxpay_object]
pub class Payer {
    pub openid: String,
}
