// on: "-"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create {
    #[wxpay(header = "-")]
    pub key: String,
}

fn main() {}
