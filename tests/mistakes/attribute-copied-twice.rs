// expect: wxpay_object] // again
use wxpay::prelude::*;

#[wxpay_object]
#[wxpay_object] // again
pub struct Receiver {
    pub account: String,
}
