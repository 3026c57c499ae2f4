// on: "/v3/things/{appid"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/things/{appid")]
pub struct Find {
    pub appid: String,
}

fn main() {}
