// on: "app-id"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create {
    #[wxpay(header = "App-Id")]
    pub appid: String,
    #[wxpay(header = "app-id")]
    pub sub_appid: String,
}

fn main() {}
