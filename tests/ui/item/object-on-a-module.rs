// on: mod
use wxpay::prelude::*;

#[wxpay_object]
pub mod thing {}

fn main() {}
