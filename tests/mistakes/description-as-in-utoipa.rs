// expect: description
use wxpay::prelude::*;

#[wxpay_object]
pub struct Receiver {
    #[wxpay(description = "分账接收方账号")]
    pub account: String,
}
