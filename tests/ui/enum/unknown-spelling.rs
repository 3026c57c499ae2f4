// on: "lower_case"
use wxpay::prelude::*;

#[wxpay_enum(spelling = "lower_case")]
pub enum State {
    Open,
}

fn main() {}
