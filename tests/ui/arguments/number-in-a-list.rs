// on: "codes"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things", number = "codes")]
pub struct Create {
    pub codes: Vec<String>,
}

fn main() {}
