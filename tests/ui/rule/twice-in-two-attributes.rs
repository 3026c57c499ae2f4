// on: len
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(len = 32)]
    #[wxpay(len = 6..=32)]
    pub code: String,
}

fn main() {}
