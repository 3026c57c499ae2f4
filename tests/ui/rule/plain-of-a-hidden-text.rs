// on: Name
use wxpay::prelude::*;

type Name = String;

#[wxpay_object]
pub struct Thing {
    #[wxpay(len = 32, plain)]
    pub name: Name,
}

fn main() {}
