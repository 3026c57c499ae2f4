// on: parts
use wxpay::prelude::*;

#[wxpay_object(required = parts::ThingRequired)]
pub struct Thing {
    pub code: String,
}

fn main() {}
