// on: nullable
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(nullable)]
    pub code: String,
}

fn main() {}
