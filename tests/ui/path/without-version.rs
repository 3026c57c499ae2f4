// on: "/pay/things"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/pay/things")]
pub struct Find {
    pub appid: String,
}

fn main() {}
