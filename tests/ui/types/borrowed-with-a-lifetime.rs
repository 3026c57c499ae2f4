// on: &'a str
use wxpay::prelude::*;

#[wxpay_object(required = ThingRequired)]
pub struct Thing<'a> {
    pub code: &'a str,
}

fn main() {}
