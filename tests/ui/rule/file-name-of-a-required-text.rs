// on: file_name
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create {
    #[wxpay(file_name)]
    pub filename: String,
    pub file: Upload,
}

fn main() {}
