// on: wxpay_enum
use wxpay::prelude::*;

#[wxpay_object]
#[wxpay_enum]
pub enum State {
    Open,
}

fn main() {}
