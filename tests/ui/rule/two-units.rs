// on: bytes
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(len = 32, plain, bytes)]
    pub name: Sensitive,
}

fn main() {}
