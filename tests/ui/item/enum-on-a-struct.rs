// on: struct
use wxpay::prelude::*;

#[wxpay_enum]
pub struct State {
    #[wxpay(rename = "open")]
    pub open: String,
}

fn main() {}
