// on: []
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things", unknown_on = [])]
pub struct Create {
    pub code: String,
}

fn main() {}
