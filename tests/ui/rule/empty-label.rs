// on: ""
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(label = "")]
    pub code: String,
}

fn main() {}
