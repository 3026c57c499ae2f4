// on: String
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/things", response = String)]
pub struct Find {
    pub appid: String,
}

fn main() {}
