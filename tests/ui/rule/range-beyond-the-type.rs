// on: 1..=300
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(range = 1..=300)]
    pub day: u8,
}

fn main() {}
