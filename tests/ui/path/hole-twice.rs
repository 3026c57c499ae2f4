// on: "/v3/things/{appid}/copies/{appid}"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/things/{appid}/copies/{appid}")]
pub struct Find {
    pub appid: String,
}

fn main() {}
