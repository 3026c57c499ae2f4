// on: rename_all
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(rename_all = "camelCase")]
    pub code: String,
}

fn main() {}
