// on: std::marker::Copy
use wxpay::prelude::*;

#[wxpay_enum]
#[derive(Debug, Clone, std::marker::Copy)]
pub enum State {
    Open,
}

fn main() {}
