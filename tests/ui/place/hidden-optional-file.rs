// on: Picture
use wxpay::prelude::*;

type Picture = Option<Upload>;

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create {
    pub file: Picture,
}

fn main() {}
