// expect: 1.5
use wxpay::prelude::*;

#[wxpay_enum]
pub enum Rate {
    Low = 1,
    Middle = 1.5,
}
