// expect: "UPPER_SNAKE"
use wxpay::prelude::*;

#[wxpay_enum(spelling = "UPPER_SNAKE")]
pub enum RefundChannel {
    Original,
    OtherBalance,
}
