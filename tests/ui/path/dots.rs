// on: "/v3/things/../{code}"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/things/../{code}")]
pub struct Find {
    pub code: String,
}

fn main() {}
