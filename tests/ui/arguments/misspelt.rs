// on: metod
use wxpay::prelude::*;

#[wxpay_endpoint(metod = "GET", path = "/v3/things")]
pub struct Find {
    pub code: String,
}

fn main() {}
