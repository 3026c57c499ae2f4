// on: "/v3/some things"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/some things")]
pub struct Find {
    pub appid: String,
}

fn main() {}
