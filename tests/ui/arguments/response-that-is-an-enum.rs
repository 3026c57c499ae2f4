// on: State
use wxpay::prelude::*;

#[wxpay_enum]
pub enum State {
    Open,
}

#[wxpay_endpoint(method = "POST", path = "/v3/things", response = State)]
pub struct Create {
    pub appid: String,
}

fn main() {}
