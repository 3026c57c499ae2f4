// on: "GET /v3/things"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "GET /v3/things")]
pub struct Find {
    pub code: String,
}

fn main() {}
