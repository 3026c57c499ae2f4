// on: 32..=6
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(len = 32..=6)]
    pub code: String,
}

fn main() {}
