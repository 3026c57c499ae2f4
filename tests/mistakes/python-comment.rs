// expect: # 分账接收方 | 分账接收方
use wxpay::prelude::*;

#[wxpay_object]
pub struct Receiver {
    # 分账接收方
    pub account: String,
}
