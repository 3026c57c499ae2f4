// on: body
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create {
    #[wxpay(body)]
    pub file: Upload,
}

fn main() {}
