// on: "wxpay"
use wxpay::prelude::*;

#[wxpay_object]
#[wxpay(crate = "wxpay")]
pub struct Thing {
    pub code: String,
}

fn main() {}
