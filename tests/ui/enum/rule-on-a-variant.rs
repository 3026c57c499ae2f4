// on: len
use wxpay::prelude::*;

#[wxpay_enum]
pub enum State {
    #[wxpay(len = 4)]
    Open,
}

fn main() {}
