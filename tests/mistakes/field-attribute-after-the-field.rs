// expect: #[wxpay(len = 64)] | }
use wxpay::prelude::*;

#[wxpay_object]
pub struct Receiver {
    pub account: String,
    #[wxpay(len = 64)]
}
