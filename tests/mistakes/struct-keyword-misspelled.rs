// several: rustc does not come to the attribute, since this is no item
// expect: strcut
use wxpay::prelude::*;

#[wxpay_object]
pub strcut Payer {
    pub openid: String,
}
