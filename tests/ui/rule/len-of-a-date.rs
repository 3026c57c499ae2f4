// on: len
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(len = 10)]
    pub day: Date,
}

fn main() {}
