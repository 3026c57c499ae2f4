// on: =
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create {
    #[wxpay(query = "appid")]
    pub appid: String,
}

fn main() {}
