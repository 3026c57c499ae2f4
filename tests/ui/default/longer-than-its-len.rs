// on: "数据数据"
use wxpay::prelude::*;

#[wxpay_object]
pub struct Page {
    #[wxpay(len = 3, default = "数据数据")]
    pub limit: Option<String>,
}

fn main() {}
