// on: png
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create {
    #[wxpay(extensions = [png])]
    pub file: Upload,
}

fn main() {}
