// on: 0
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(len = 0)]
    pub code: String,
}

fn main() {}
