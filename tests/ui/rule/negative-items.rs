// on: -1..=50
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(items = -1..=50)]
    pub codes: Vec<String>,
}

fn main() {}
