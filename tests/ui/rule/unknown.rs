// on: lenght
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(lenght = 32)]
    pub code: String,
}

fn main() {}
