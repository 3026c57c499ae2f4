// on: "/v3/things?limit=1"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/things?limit=1")]
pub struct Find {
    pub appid: String,
}

fn main() {}
