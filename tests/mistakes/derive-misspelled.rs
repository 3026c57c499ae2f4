// expect: Colne
use wxpay::prelude::*;

#[wxpay_object]
#[derive(Debug, Colne)]
pub struct Receiver {
    pub account: String,
}
