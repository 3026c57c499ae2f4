// on: "get"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "get", path = "/v3/things")]
pub struct Find {
    pub appid: String,
}

fn main() {}
