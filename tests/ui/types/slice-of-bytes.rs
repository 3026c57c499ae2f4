// on: [u8]
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    pub content: [u8],
}

fn main() {}
