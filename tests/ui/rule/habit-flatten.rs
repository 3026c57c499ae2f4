// on: flatten
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(flatten)]
    pub code: String,
}

fn main() {}
