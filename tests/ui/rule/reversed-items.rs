// on: 50..=1
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(items = 50..=1)]
    pub codes: Vec<String>,
}

fn main() {}
