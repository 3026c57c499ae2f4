// on: path
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(path)]
    pub code: String,
}

fn main() {}
