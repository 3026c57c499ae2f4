// on: "total"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things", number = "total")]
pub struct Create {
    pub total: i64,
}

fn main() {}
