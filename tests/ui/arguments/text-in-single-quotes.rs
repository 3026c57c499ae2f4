// on: 'POST'
use wxpay::prelude::*;

#[wxpay_endpoint(method = 'POST', path = "/v3/orders")]
pub struct Create {
    pub code: String,
}

fn main() {}
