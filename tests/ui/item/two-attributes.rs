// on: wxpay_object
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/things")]
#[wxpay_object]
pub struct Find {
    pub appid: String,
}

fn main() {}
