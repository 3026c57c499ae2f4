// on: Close
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/orders/{code}/close", response = Close)]
pub struct Close {
    pub code: String,
}

fn main() {}
