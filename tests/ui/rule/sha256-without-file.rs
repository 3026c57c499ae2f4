// on: sha256
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create {
    #[wxpay(sha256)]
    pub digest: Option<String>,
}

fn main() {}
