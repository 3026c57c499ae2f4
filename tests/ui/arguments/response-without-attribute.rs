// on: Answer
use wxpay::prelude::*;

pub struct Answer {
    pub code: String,
}

#[wxpay_endpoint(method = "GET", path = "/v3/things", response = Answer)]
pub struct Find {
    pub appid: String,
}

fn main() {}
