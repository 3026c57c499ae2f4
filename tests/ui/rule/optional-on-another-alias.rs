// on: Code
use wxpay::prelude::*;

pub type Code = i64;

#[wxpay_object]
pub struct Thing {
    #[wxpay(optional)]
    pub code: Code,
}

fn main() {}
