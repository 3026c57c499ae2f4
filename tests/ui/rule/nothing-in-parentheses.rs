// on: #[wxpay()]
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay()]
    pub code: String,
}

fn main() {}
