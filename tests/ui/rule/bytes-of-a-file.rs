// on: bytes
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create {
    #[wxpay(len = ..=512, bytes)]
    pub file: Upload,
}

fn main() {}
