// on: Create
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/orders/{code}")]
pub struct Create {
    pub code: String,
}

#[wxpay_object]
pub struct Bundle {
    pub first: Create,
}

fn main() {}
