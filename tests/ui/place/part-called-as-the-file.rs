// on: file
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create {
    #[wxpay(part, rename = "file")]
    pub kind: String,
    pub file: Upload,
}

fn main() {}
