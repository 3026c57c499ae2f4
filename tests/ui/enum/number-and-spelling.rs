// on: "lowercase"
use wxpay::prelude::*;

#[wxpay_enum(spelling = "lowercase")]
pub enum State {
    Open = 1,
}

fn main() {}
