// on: #[wxpay_endpoint(method = "GET")]
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET")]
pub struct Find {
    pub appid: String,
}

fn main() {}
