// several: rustc does not come to the attribute, since this is no item
// expect: #[wxpay(len = 64)] | #[wxpay(
use wxpay::prelude::*;

#[wxpay_object]
pub struct Receiver {
    pub account: String #[wxpay(len = 64)],
}
