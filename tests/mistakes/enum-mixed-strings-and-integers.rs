// expect: High | High,
use wxpay::prelude::*;

#[wxpay_enum]
pub enum Level {
    Low = 1,
    High,
}
