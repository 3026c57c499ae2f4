// on: pattern
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(pattern = "[0-9]+")]
    pub name: Sensitive,
}

fn main() {}
