// on: max_len
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(max_len = 32)]
    pub code: String,
}

fn main() {}
