// on: Closed
use wxpay::prelude::*;

#[wxpay_enum]
pub enum State {
    Closed,
    Open,
    Closed,
}

fn main() {}
