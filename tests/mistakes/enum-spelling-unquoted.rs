// expect: snake_case
use wxpay::prelude::*;

#[wxpay_enum(spelling = snake_case)]
pub enum RefundChannel {
    Original,
    OtherBalance,
}
