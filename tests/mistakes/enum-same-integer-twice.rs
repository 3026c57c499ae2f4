// expect: High = 1
use wxpay::prelude::*;

#[wxpay_enum]
pub enum Level {
    Low = 1,
    High = 1,
}
