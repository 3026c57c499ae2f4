// on: Code
use wxpay::prelude::*;

pub struct Code {
    pub digits: String,
}

#[wxpay_object]
pub struct Thing {
    pub code: Code,
}

fn main() {}
