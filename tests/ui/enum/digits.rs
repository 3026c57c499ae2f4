// on: Within30Days
use wxpay::prelude::*;

#[wxpay_enum]
pub enum Period {
    Within30Days,
}

fn main() {}
