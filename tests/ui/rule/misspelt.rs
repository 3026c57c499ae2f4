// on: patern
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(patern = "[0-9]+")]
    pub code: String,
}

fn main() {}
