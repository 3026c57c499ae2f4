// on: union
use wxpay::prelude::*;

#[wxpay_object]
pub union Thing {
    pub code: i64,
}

fn main() {}
