// on: download
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/things", download)]
pub struct Find {}

fn main() {}
