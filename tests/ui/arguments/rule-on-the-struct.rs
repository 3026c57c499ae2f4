// on: len
use wxpay::prelude::*;

#[wxpay_object]
#[wxpay(len = 32)]
pub struct Thing {
    pub code: String,
}

fn main() {}
