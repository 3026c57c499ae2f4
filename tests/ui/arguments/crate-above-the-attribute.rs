// on: wxpay
use wxpay::prelude::*;

#[wxpay(crate = wxpay)]
#[wxpay_object]
pub struct Thing {
    pub code: String,
}

fn main() {}
