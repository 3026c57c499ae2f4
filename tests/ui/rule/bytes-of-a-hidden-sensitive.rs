// on: Name
use wxpay::prelude::*;

type Name = Sensitive;

#[wxpay_object]
pub struct Thing {
    #[wxpay(len = ..=512, bytes)]
    pub name: Name,
}

fn main() {}
