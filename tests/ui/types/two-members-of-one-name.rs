// on: code
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(rename = "code")]
    pub number: String,
    pub code: String,
}

fn main() {}
