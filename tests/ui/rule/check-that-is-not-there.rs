// on: digits
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(check = digits)]
    pub code: String,
}

fn main() {}
