// on: &'static str
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    pub code: &'static str,
}

fn main() {}
