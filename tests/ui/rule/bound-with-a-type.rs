// on: 300u8
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(len = 300u8)]
    pub code: String,
}

fn main() {}
