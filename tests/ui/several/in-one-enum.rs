// on: Copy
// on: "lowercase"
// on: len
// on: (String)
// on: "OPEN"
use wxpay::prelude::*;

#[wxpay_enum("lowercase")]
#[derive(Copy, Clone)]
pub enum State {
    Open,
    #[wxpay(len = 4)]
    Closed(String),
    #[wxpay(rename = "OPEN")]
    Opened,
}

fn main() {}
