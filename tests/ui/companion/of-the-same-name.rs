// on: Thing
use wxpay::prelude::*;

#[wxpay_object(required = Thing)]
pub struct Thing {
    pub code: String,
}

fn main() {}
