// on: JsonText<Vec<String>>
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/things/{text}")]
pub struct Thing {
    pub text: JsonText<Vec<String>>,
}

fn main() {}
