// on: fn
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/things")]
pub fn find() {}

fn main() {}
