// on: rename
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create {
    #[wxpay(header = "App-Id", rename = "appId")]
    pub appid: String,
}

fn main() {}
