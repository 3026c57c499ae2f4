// on: body
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/things")]
pub struct Find {
    #[wxpay(body)]
    pub appid: String,
}

fn main() {}
