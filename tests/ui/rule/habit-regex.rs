// on: regex
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(regex = "[0-9]+")]
    pub code: String,
}

fn main() {}
