// on: "32"
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(len = "32")]
    pub code: String,
}

fn main() {}
