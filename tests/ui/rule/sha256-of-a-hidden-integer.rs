// on: Option<Number>
use wxpay::prelude::*;

type Number = i64;

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create {
    #[wxpay(sha256)]
    pub digest: Option<Number>,
    pub file: Upload,
}

fn main() {}
