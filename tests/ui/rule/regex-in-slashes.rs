// on: "/[0-9]+/"
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(pattern = "/[0-9]+/")]
    pub code: String,
}

fn main() {}
