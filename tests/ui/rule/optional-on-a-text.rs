// on: optional
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(optional)]
    pub code: String,
}

fn main() {}
