// on: "FETCH"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "FETCH", path = "/v3/things")]
pub struct Find {
    pub appid: String,
}

fn main() {}
