// on: ""
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(rename = "")]
    pub code: String,
}

fn main() {}
