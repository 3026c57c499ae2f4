// on: file
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(file)]
    pub code: String,
}

fn main() {}
