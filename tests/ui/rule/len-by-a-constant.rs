// on: LONGEST
use wxpay::prelude::*;

const LONGEST: usize = 32;

#[wxpay_object]
pub struct Thing {
    #[wxpay(len = 1..=LONGEST)]
    pub code: String,
}

fn main() {}
