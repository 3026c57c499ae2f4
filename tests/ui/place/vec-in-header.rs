// on: Vec<String>
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create {
    #[wxpay(header = "App-Id")]
    pub appid: Vec<String>,
}

fn main() {}
