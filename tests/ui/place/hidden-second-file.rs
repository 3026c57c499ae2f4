// on: Create
use wxpay::prelude::*;

type Picture = Upload;

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create {
    pub front: Picture,
    pub back: Picture,
}

fn main() {}
