// expect: label
use wxpay::prelude::*;

#[wxpay_object]
pub struct Receiver {
    #[wxpay(label)]
    pub account: String,
}
