// on: items
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(items = 1..=50)]
    pub codes: String,
}

fn main() {}
