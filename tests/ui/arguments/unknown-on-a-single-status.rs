// on: 429
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things", unknown_on = 429)]
pub struct Create {
    pub appid: String,
}

fn main() {}
