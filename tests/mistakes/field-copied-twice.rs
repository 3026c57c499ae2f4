// expect: account: String, // again
use wxpay::prelude::*;

#[wxpay_object]
pub struct Receiver {
    pub account: String,
    pub name: Option<Sensitive>,
    pub account: String, // again
}
