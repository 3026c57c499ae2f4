// on: default
use wxpay::prelude::*;

#[wxpay_object]
pub struct Page {
    #[wxpay(default = 20)]
    pub limit: Option<Vec<u32>>,
}

fn main() {}
