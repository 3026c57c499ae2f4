// on: Vec<wxpay::pay::Amount>
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/things", response = Vec<wxpay::pay::Amount>)]
pub struct Find {
    pub appid: String,
}

fn main() {}
