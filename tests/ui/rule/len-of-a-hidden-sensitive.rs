// on: Name
use wxpay::prelude::*;

type Name = Sensitive;

#[wxpay_object]
pub struct Thing {
    #[wxpay(len = 32)]
    pub name: Name,
}

fn main() {}
