// on: path
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET" path = "/v3/things")]
pub struct Find {
    pub appid: String,
}

fn main() {}
