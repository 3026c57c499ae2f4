// on: "POST"
use wxpay::prelude::*;

#[wxpay_endpoint("POST", "/v3/things")]
pub struct Find {
    pub code: String,
}

fn main() {}
