// on: 1.5
use wxpay::prelude::*;

#[wxpay_object]
pub struct Page {
    #[wxpay(default = 1.5)]
    pub limit: Option<u32>,
}

fn main() {}
