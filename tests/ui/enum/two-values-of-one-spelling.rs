// on: "OPEN"
use wxpay::prelude::*;

#[wxpay_enum]
pub enum State {
    Open,
    #[wxpay(rename = "OPEN")]
    Opened,
}

fn main() {}
