// expect: example
use wxpay::prelude::*;

#[wxpay_object]
pub struct Receiver {
    #[wxpay(len = 64, example = "1900000109")]
    pub account: String,
}
