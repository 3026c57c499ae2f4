// on: "/v3/things/{appid}.json"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/things/{appid}.json")]
pub struct Find {
    pub appid: String,
}

fn main() {}
