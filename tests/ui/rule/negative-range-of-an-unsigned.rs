// on: -1..=5
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(range = -1..=5)]
    pub day: Option<u32>,
}

fn main() {}
