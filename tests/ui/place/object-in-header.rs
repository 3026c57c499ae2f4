// on: Code
use wxpay::prelude::*;

#[wxpay_object]
pub struct Code {
    pub digits: String,
}

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create {
    #[wxpay(header = "Code")]
    pub code: Code,
}

fn main() {}
