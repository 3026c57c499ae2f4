// on: Answer
use wxpay::prelude::*;

#[wxpay_object]
pub struct Answer {}

#[wxpay_endpoint(method = "POST", path = "/v3/things", success = 204, response = Answer)]
pub struct Create {
    pub code: String,
}

fn main() {}
