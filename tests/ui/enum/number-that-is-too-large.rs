// on: 99999999999999999999
use wxpay::prelude::*;

#[wxpay_enum]
pub enum Limit {
    Low = 1,
    Endless = 99999999999999999999,
}

fn main() {}
