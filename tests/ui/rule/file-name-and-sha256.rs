// on: sha256
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create {
    #[wxpay(file_name, sha256)]
    pub name: Option<String>,
    pub file: Upload,
}

fn main() {}
