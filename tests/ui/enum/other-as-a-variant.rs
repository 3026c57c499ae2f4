// on: __Other
use wxpay::prelude::*;

#[wxpay_enum]
pub enum State {
    Open,
    __Other,
}

fn main() {}
