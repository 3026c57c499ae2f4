// on: length
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(length = 32)]
    pub code: String,
}

fn main() {}
