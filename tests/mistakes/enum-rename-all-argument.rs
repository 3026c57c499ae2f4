// expect: rename_all
use wxpay::prelude::*;

#[wxpay_enum(rename_all = "snake_case")]
pub enum RefundChannel {
    Original,
    Balance,
}
