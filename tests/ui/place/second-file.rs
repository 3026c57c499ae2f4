// on: Upload
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create {
    pub front: Upload,
    pub back: Upload,
}

fn main() {}
