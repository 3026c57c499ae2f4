// on: 9223372036854775808
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(range = 0..=9223372036854775808)]
    pub day: i64,
}

fn main() {}
