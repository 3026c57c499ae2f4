// on: opaque
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/things/{code}")]
pub struct Find {
    #[wxpay(opaque)]
    pub code: std::time::Duration,
}

fn main() {}
