// on: len
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(len = 32)]
    pub name: Sensitive,
}

fn main() {}
