// on: opaque
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create {
    #[wxpay(header = "Elapsed", opaque)]
    pub elapsed: std::time::Duration,
}

fn main() {}
