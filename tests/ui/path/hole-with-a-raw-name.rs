// on: "/v3/things/{r#type}"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/things/{r#type}")]
pub struct Find {
    pub r#type: String,
}

fn main() {}
