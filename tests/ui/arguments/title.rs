// on: title
use wxpay::prelude::*;

#[wxpay_endpoint(title = "Finds a thing", method = "GET", path = "/v3/things")]
pub struct Find {
    pub code: String,
}

fn main() {}
