// on: serde::Deserialize
use wxpay::prelude::*;

#[wxpay_object]
#[derive(serde::Deserialize)]
pub struct Thing {
    pub code: String,
}

fn main() {}
