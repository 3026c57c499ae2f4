// on: Vec<String>
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create {
    #[wxpay(part)]
    pub items: Vec<String>,
    pub file: Upload,
}

fn main() {}
