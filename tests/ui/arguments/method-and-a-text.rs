// on: GET
use wxpay::prelude::*;

#[wxpay_endpoint(GET, "/v3/things")]
pub struct Find {
    pub code: String,
}

fn main() {}
