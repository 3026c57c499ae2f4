// on: plain
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(len = 32, plain)]
    pub name: String,
}

fn main() {}
