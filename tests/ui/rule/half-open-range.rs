// on: 1..31
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(range = 1..31)]
    pub day: i64,
}

fn main() {}
