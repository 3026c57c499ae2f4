// on: header
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things", header = "Idempotency-Key")]
pub struct Find {
    pub code: String,
}

fn main() {}
