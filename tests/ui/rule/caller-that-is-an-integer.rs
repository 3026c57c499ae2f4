// on: caller
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create {
    #[wxpay(caller)]
    pub mchid: i64,
}

fn main() {}
