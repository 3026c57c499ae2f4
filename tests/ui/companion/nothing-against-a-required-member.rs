// on: code
use wxpay::prelude::*;

#[wxpay_object(required = ())]
pub struct Thing {
    pub code: String,
}

fn main() {}
