// on: "a1"
use wxpay::prelude::*;

#[wxpay_object]
pub struct Page {
    #[wxpay(default = "a1", pattern = "[a-z]+")]
    pub limit: Option<String>,
}

fn main() {}
