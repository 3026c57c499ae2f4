// on: impl Into<String>
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    pub code: impl Into<String>,
}

fn main() {}
