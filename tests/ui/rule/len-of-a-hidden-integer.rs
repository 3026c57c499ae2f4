// on: Option<Code>
use wxpay::prelude::*;

type Code = i64;

#[wxpay_object]
pub struct Thing {
    #[wxpay(len = 32)]
    pub code: Option<Code>,
}

fn main() {}
