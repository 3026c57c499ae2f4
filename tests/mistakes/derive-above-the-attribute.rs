// compiles: nothing is derived for an object that its author may derive
// expect: derive
use wxpay::prelude::*;

#[derive(Debug, Clone)]
#[wxpay_object]
pub struct Receiver {
    pub account: String,
}
