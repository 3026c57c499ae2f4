// on: "code"
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(rename = "code")]
    pub one: String,
    #[wxpay(rename = "code")]
    pub two: String,
}

fn main() {}
