// on: Vec<u8>
// on: Option<Vec<u8>>
use wxpay::prelude::*;

#[wxpay_object]
pub struct Picture {
    pub content: Vec<u8>,
    pub preview: Option<Vec<u8>>,
}

fn main() {}
