// on: [String]
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    pub code: [String],
}

fn main() {}
