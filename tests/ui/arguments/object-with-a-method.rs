// on: method
use wxpay::prelude::*;

#[wxpay_object(method = "GET")]
pub struct Thing {
    pub code: String,
}

fn main() {}
