// on: "f\r\nX-Evil: y"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create {
    #[wxpay(rename = "f\r\nX-Evil: y")]
    pub file: Upload,
}

fn main() {}
