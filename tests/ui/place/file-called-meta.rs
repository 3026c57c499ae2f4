// on: meta
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create {
    pub meta: Upload,
}

fn main() {}
