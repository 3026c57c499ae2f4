// on: Copy
use wxpay::prelude::*;

#[wxpay_enum]
#[derive(Debug, Clone, Copy)]
pub enum State {
    Open,
}

fn main() {}
