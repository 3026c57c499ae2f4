// on: ThingRequired
use wxpay::prelude::*;

#[wxpay_object(required = ThingRequired)]
pub struct Thing {
    pub code: Option<String>,
}

fn main() {}
