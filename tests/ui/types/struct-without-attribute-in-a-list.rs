// on: Option<Vec<Code>>
use wxpay::prelude::*;

pub struct Code {
    pub digits: String,
}

#[wxpay_object]
pub struct Thing {
    pub codes: Option<Vec<Code>>,
}

fn main() {}
