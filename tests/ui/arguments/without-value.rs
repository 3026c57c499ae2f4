// on: response
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/things", response)]
pub struct Find {
    pub appid: String,
}

fn main() {}
