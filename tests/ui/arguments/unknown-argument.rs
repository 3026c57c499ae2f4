// on: verb
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/things", verb = "GET")]
pub struct Find {
    pub appid: String,
}

fn main() {}
