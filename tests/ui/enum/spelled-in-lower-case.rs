// on: audit
use wxpay::prelude::*;

#[wxpay_enum]
pub enum State {
    audit,
}

fn main() {}
