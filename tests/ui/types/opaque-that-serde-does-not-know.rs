// on: Code
use wxpay::prelude::*;

#[derive(Default)]
pub struct Code;

#[wxpay_object]
pub struct Thing {
    #[wxpay(opaque)]
    pub code: Code,
}

fn main() {}
