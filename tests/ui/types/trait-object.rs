// on: dyn std::fmt::Debug
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    pub code: dyn std::fmt::Debug,
}

fn main() {}
