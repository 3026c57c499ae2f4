// on: d
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(pattern = "\d+")]
    pub code: String,
}

fn main() {}
