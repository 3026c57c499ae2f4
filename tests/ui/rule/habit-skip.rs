// on: skip_serializing_if
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(skip_serializing_if = "Option::is_none")]
    pub code: String,
}

fn main() {}
