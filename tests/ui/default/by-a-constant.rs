// on: LIMIT
use wxpay::prelude::*;

#[wxpay_object]
pub struct Page {
    #[wxpay(default = LIMIT)]
    pub limit: Option<u32>,
}

fn main() {}
