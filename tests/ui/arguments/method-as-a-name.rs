// on: post
use wxpay::prelude::*;

#[wxpay_endpoint(post = "/v3/things")]
pub struct Find {
    pub code: String,
}

fn main() {}
