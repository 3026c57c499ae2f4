// on: { why: String }
use wxpay::prelude::*;

#[wxpay_enum]
pub enum State {
    Open,
    Closed { why: String },
}

fn main() {}
