// on: "/v3/things/{code:str}"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/things/{code:str}")]
pub struct Find {
    pub code: String,
}

fn main() {}
