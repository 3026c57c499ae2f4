// on: _
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    pub code: _,
}

fn main() {}
