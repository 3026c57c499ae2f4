// on: ""
use wxpay::prelude::*;

#[wxpay_enum]
pub enum State {
    #[wxpay(rename = "")]
    Open,
}

fn main() {}
