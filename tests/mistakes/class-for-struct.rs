// several: rustc does not come to the attribute, since this is no item
// expect: class
use wxpay::prelude::*;

#[wxpay_object]
pub class Payer {
    pub openid: String,
}
