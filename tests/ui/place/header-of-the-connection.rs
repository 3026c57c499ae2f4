// on: "content-encoding"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create {
    #[wxpay(header = "content-encoding")]
    pub encoding: String,
}

fn main() {}
