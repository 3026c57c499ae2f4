// on: Undeclared
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    pub code: Undeclared,
}

fn main() {}
