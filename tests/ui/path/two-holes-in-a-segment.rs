// on: "/v3/things/{code}{state}"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/things/{code}{state}")]
pub struct Find {
    pub code: String,
    pub state: String,
}

fn main() {}
