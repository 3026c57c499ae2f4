// on: "10"
use wxpay::prelude::*;

#[wxpay_object(required = ThingRequired)]
pub struct Thing {
    pub code: String,
    pub limit: Option<i64>,
}

pub fn thing() -> Thing {
    Thing::new(ThingRequired { code: "1".into() }).limit("10")
}

fn main() {}
