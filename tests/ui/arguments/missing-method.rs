// on: #[wxpay_endpoint(path = "/v3/things")]
use wxpay::prelude::*;

#[wxpay_endpoint(path = "/v3/things")]
pub struct Find {
    pub appid: String,
}

fn main() {}
