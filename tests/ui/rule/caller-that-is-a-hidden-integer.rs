// on: Number
use wxpay::prelude::*;

type Number = i64;

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create {
    #[wxpay(caller)]
    pub mchid: Number,
}

fn main() {}
