// on: Code
use wxpay::prelude::*;

type Code = ();

#[wxpay_object]
pub struct Thing {
    pub code: Code,
}

fn main() {}
