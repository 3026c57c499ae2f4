// on: pattern
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create {
    #[wxpay(pattern = "[a-z]+")]
    pub file: Upload,
}

fn main() {}
