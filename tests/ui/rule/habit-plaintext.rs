// on: plaintext
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(len = 32, plaintext)]
    pub name: Sensitive,
}

fn main() {}
