// on: Limit
use wxpay::prelude::*;

type Limit = u32;

#[wxpay_object]
pub struct Page {
    #[wxpay(default = 20)]
    pub limit: Limit,
}

fn main() {}
