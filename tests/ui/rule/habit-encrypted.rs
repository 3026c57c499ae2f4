// on: encrypted
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(encrypted)]
    pub code: String,
}

fn main() {}
