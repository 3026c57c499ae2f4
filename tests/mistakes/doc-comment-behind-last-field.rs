// expect: /// 分账接收方
use wxpay::prelude::*;

#[wxpay_object]
pub struct Receiver {
    pub account: String,
    /// 分账接收方
}
