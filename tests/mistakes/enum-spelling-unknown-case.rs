// expect: "SCREAMING_SNAKE_CASE "
use wxpay::prelude::*;

#[wxpay_enum(spelling = "SCREAMING_SNAKE_CASE ")]
pub enum RefundChannel {
    Original,
    Balance,
}
