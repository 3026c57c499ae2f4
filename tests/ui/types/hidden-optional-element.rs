// on: Vec<Code>
use wxpay::prelude::*;

type Code = Option<String>;

#[wxpay_object]
pub struct Thing {
    pub codes: Vec<Code>,
}

fn main() {}
