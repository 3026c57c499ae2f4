// on: Option<String>
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/things/{code}")]
pub struct Find {
    pub code: Option<String>,
}

fn main() {}
