// on: Box<Self>
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    pub code: String,
    pub next: Box<Self>,
}

fn main() {}
