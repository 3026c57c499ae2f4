// on: bytes
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(bytes)]
    pub code: String,
}

fn main() {}
