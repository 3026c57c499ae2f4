// on: plain
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(plain)]
    pub name: Sensitive,
}

fn main() {}
