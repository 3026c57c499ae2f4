// on: Code
use wxpay::prelude::*;

#[wxpay_object]
pub struct Code {
    pub digits: String,
}

#[wxpay_endpoint(method = "GET", path = "/v3/things/{code}")]
pub struct Find {
    pub code: Code,
}

fn main() {}
