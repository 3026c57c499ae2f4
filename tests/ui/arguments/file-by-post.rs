// on: "POST"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things/file", response = Bytes)]
pub struct FetchThing {
    pub token: String,
}

fn main() {}
