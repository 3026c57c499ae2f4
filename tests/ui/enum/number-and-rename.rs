// on: "one"
use wxpay::prelude::*;

#[wxpay_enum]
pub enum State {
    #[wxpay(rename = "one")]
    Open = 1,
}

fn main() {}
