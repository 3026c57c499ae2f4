// on: digits
use wxpay::prelude::*;

fn digits(text: &str) -> bool {
    text.len() == 6
}

#[wxpay_object]
pub struct Thing {
    #[wxpay(check = digits)]
    pub code: String,
}

fn main() {}
