// on: Self
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    pub code: String,
    pub parent: Option<Self>,
}

fn main() {}
