// on: method
use wxpay::prelude::*;

#[wxpay_endpoint(method: "GET", path = "/v3/things")]
pub struct Find {
    pub code: String,
}

fn main() {}
