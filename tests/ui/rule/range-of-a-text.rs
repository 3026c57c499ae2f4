// on: range
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(range = 1..=31)]
    pub day: String,
}

fn main() {}
