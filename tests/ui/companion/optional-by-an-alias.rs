// on: Maybe<String>
use wxpay::prelude::*;

pub type Maybe<T> = Option<T>;

#[wxpay_object(required = ThingRequired)]
pub struct Thing {
    pub code: String,
    pub name: Maybe<String>,
}

fn main() {}
