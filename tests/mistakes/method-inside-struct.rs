// expect: fn | pub fn new() -> Self { Self { account: String::new() } }
use wxpay::prelude::*;

#[wxpay_object]
pub struct Receiver {
    pub account: String,
    pub fn new() -> Self {
        Self { account: String::new() }
    }
}
