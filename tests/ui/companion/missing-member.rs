// on: ThingRequired
use wxpay::prelude::*;

#[wxpay_object(required = ThingRequired)]
pub struct Thing {
    pub code: String,
    pub name: String,
    pub note: Option<String>,
}

pub fn thing() -> Thing {
    Thing::new(ThingRequired { code: "1".into() })
}

fn main() {}
