// on: verb
use wxpay::prelude::*;

#[wxpay_endpoint(verb = "GET", path = "/v3/things")]
pub struct Find {
    pub code: String,
}

fn main() {}
