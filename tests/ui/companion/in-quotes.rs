// on: "ThingRequired"
use wxpay::prelude::*;

#[wxpay_object(required = "ThingRequired")]
pub struct Thing {
    pub code: String,
}

fn main() {}
