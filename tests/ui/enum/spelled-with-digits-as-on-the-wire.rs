// on: SHA256
use wxpay::prelude::*;

#[wxpay_enum]
pub enum HashType {
    SHA256,
}

fn main() {}
