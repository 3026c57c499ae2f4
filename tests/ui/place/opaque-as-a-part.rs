// on: opaque
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create {
    #[wxpay(part, opaque)]
    pub item: String,
    pub file: Upload,
}

fn main() {}
