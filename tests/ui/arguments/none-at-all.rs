// on: #[wxpay_endpoint]
use wxpay::prelude::*;

#[wxpay_endpoint]
pub struct Find {
    pub appid: String,
}

fn main() {}
