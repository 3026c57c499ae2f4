// on: "code"
use wxpay::prelude::*;

type Number = i64;

#[wxpay_endpoint(method = "POST", path = "/v3/things", number = "code")]
pub struct Create {
    pub code: Number,
}

fn main() {}
