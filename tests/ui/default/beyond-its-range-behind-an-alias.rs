// on: 100
use wxpay::prelude::*;

type Limit = u32;

#[wxpay_object]
pub struct Page {
    #[wxpay(range = 1..=50, default = 100)]
    pub limit: Option<Limit>,
}

fn main() {}
