// on: Code
use wxpay::prelude::*;

type Code = Option<String>;

#[wxpay_endpoint(method = "GET", path = "/v3/things/{code}")]
pub struct Find {
    pub code: Code,
}

fn main() {}
