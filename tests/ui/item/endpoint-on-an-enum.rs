// on: enum
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/things")]
pub enum State {
    Open,
}

fn main() {}
