// on: rename_all
use wxpay::prelude::*;

#[wxpay_enum(rename_all = "lowercase")]
pub enum State {
    Open,
}

fn main() {}
