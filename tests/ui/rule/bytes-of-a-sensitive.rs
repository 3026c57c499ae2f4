// on: bytes
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(len = ..=512, bytes)]
    pub name: Sensitive,
}

fn main() {}
