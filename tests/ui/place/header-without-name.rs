// on: header
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create {
    #[wxpay(header)]
    pub appid: String,
}

fn main() {}
