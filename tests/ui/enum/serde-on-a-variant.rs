// on: serde(rename = "open")
use wxpay::prelude::*;

#[wxpay_enum]
pub enum State {
    #[serde(rename = "open")]
    Open,
}

fn main() {}
