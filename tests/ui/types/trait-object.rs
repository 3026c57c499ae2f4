use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    pub code: dyn std::fmt::Debug,
}

fn main() {}
