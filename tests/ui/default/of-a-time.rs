// on: default
use wxpay::prelude::*;

#[wxpay_object]
pub struct Page {
    #[wxpay(default = "2026")]
    pub limit: Option<DateTime>,
}

fn main() {}
