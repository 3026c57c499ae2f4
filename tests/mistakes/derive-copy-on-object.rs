// expect: String | Copy | Receiver
use wxpay::prelude::*;

#[wxpay_object]
#[derive(Clone, Copy)]
pub struct Receiver {
    pub account: String,
}
