// on: rename_all
use wxpay::prelude::*;

#[wxpay_object(rename_all = "camelCase")]
pub struct Thing {
    pub code: String,
}

fn main() {}
