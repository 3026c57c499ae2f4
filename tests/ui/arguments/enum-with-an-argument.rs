// on: rename_all = "lowercase"
use wxpay::prelude::*;

#[wxpay_enum(rename_all = "lowercase")]
pub enum State {
    Open,
}

fn main() {}
