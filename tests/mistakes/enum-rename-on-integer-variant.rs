// expect: rename | "1"
use wxpay::prelude::*;

#[wxpay_enum]
pub enum Level {
    #[wxpay(rename = "1")]
    Low = 1,
    High = 2,
}
