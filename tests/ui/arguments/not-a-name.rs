// on: "GET"
use wxpay::prelude::*;

#[wxpay_endpoint("GET", path = "/v3/things")]
pub struct Find {
    pub appid: String,
}

fn main() {}
