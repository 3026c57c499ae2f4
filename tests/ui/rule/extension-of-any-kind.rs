// on: "*"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create {
    #[wxpay(extensions = ["*"])]
    pub file: Upload,
}

fn main() {}
