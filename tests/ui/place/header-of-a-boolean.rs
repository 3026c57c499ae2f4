// on: bool
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create {
    #[wxpay(header = "X-Agreed")]
    pub agreed: bool,
}

fn main() {}
