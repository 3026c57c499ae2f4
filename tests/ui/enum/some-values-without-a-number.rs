// on: Closed
use wxpay::prelude::*;

#[wxpay_enum]
pub enum State {
    Open = 1,
    Closed,
}

fn main() {}
