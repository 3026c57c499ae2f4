// on: serde(rename_all = "camelCase")
use wxpay::prelude::*;

#[wxpay_object]
#[serde(rename_all = "camelCase")]
pub struct Thing {
    pub code: String,
}

fn main() {}
