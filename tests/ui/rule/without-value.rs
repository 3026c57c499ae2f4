// on: len
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(len)]
    pub code: String,
}

fn main() {}
