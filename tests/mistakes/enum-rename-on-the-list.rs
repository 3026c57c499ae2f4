// expect: rename = "state" | rename
use wxpay::prelude::*;

#[wxpay_enum(rename = "state")]
pub enum RefundChannel {
    Original,
    OtherBalance,
}
