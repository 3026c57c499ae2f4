// on: Bytes
use wxpay::prelude::*;

#[wxpay_object]
pub struct Bytes {
    pub file: String,
}

#[wxpay_endpoint(method = "GET", path = "/v3/things/file", response = Bytes)]
pub struct FetchThing {
    pub token: String,
}

fn main() {}
