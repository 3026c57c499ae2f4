// on: 31..=1
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(range = 31..=1)]
    pub day: i64,
}

fn main() {}
