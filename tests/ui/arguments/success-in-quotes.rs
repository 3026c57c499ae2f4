// on: "202"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things", success = "202")]
pub struct Create {
    pub appid: String,
}

fn main() {}
