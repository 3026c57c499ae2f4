// on: (String)
use wxpay::prelude::*;

#[wxpay_enum]
pub enum State {
    Open,
    Closed(String),
}

fn main() {}
