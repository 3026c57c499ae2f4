// on: #[wxpay_enum]
use wxpay::prelude::*;

#[wxpay_enum]
pub enum State {
    Open,
}

impl State {
    pub fn as_str(&self) -> &str {
        "OPEN"
    }
}

fn main() {}
