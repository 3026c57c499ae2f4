// on: Undeclared
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    pub codes: Vec<Undeclared>,
}

fn main() {}
