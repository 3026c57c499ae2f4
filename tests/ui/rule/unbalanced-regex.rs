// on: "0)|(1"
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(pattern = "0)|(1")]
    pub code: String,
}

fn main() {}
