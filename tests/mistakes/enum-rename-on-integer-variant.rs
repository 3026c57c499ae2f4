// expect: rename
use wxpay::prelude::*;

#[wxpay_enum]
pub enum Level {
    #[wxpay(rename = "1")]
    Low = 1,
    High = 2,
}
