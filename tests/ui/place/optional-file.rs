// on: Option<Upload>
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create {
    pub file: Option<Upload>,
}

fn main() {}
