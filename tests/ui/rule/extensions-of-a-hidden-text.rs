// on: Name
use wxpay::prelude::*;

type Name = String;

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create {
    #[wxpay(extensions = ["png"])]
    pub filename: Name,
}

fn main() {}
