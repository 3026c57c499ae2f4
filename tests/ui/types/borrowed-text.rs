// on: &str
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    pub code: &str,
}

fn main() {}
