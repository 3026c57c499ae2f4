// on: Serialize
use wxpay::prelude::*;

#[wxpay_object]
#[derive(Debug, Serialize)]
pub struct Thing {
    pub code: String,
}

fn main() {}
