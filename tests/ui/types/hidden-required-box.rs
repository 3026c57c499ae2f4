// on: Next
use wxpay::prelude::*;

type Next = Box<Thing>;

#[wxpay_object]
pub struct Thing {
    pub code: String,
    pub next: Next,
}

fn main() {}
