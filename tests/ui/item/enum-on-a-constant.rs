// on: const
use wxpay::prelude::*;

#[wxpay_enum]
pub const OPEN: &str = "OPEN";

fn main() {}
