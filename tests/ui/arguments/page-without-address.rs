// on: "4012791856"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things", doc = "4012791856")]
pub struct Create {
    pub code: String,
}

fn main() {}
