// on: 100
use wxpay::prelude::*;

#[wxpay_object]
pub struct Page {
    #[wxpay(range = 1..=50, default = 100)]
    pub limit: Option<u32>,
}

fn main() {}
