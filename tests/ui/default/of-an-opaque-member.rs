// on: default
use wxpay::prelude::*;

#[wxpay_object]
pub struct Page {
    #[wxpay(opaque, default = 20)]
    pub limit: Option<u32>,
}

fn main() {}
