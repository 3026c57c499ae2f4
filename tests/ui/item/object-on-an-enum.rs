// on: enum
use wxpay::prelude::*;

#[wxpay_object]
pub enum State {
    #[wxpay(rename = "open")]
    Open,
}

fn main() {}
