// on: "20"
use wxpay::prelude::*;

#[wxpay_object]
pub struct Page {
    #[wxpay(default = "20")]
    pub limit: Option<Fen>,
}

fn main() {}
