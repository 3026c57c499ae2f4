// expect: ""
use wxpay::prelude::*;

#[wxpay_enum]
pub enum Level {
    #[wxpay(rename = "")]
    Nothing,
    High,
}
