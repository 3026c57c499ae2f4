// on: Picture
use wxpay::prelude::*;

type Picture = Upload;

#[wxpay_endpoint(method = "GET", path = "/v3/things")]
pub struct Find {
    pub file: Picture,
}

fn main() {}
