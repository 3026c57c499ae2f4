// on: Len
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(Len = 32)]
    pub code: String,
}

fn main() {}
