// on: "true"
use wxpay::prelude::*;

#[wxpay_object]
pub struct Page {
    #[wxpay(default = "true")]
    pub limit: Option<bool>,
}

fn main() {}
