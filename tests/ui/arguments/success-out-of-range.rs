// on: 302
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things", success = 302)]
pub struct Create {
    pub appid: String,
}

fn main() {}
