// on: Thing
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    pub code: String,
    pub parent: Thing,
}

fn main() {}
