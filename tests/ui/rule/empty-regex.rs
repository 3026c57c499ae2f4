// on: ""
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(pattern = "")]
    pub code: String,
}

fn main() {}
