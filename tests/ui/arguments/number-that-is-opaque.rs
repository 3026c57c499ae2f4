// on: "code"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things", number = "code")]
pub struct Find {
    #[wxpay(opaque)]
    pub code: char,
}

fn main() {}
