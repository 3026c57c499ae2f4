// on: 202
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/things/file", response = Bytes, success = 202)]
pub struct FetchThing {
    pub token: String,
}

fn main() {}
