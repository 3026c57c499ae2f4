// on: =
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(url = true)]
    pub code: String,
}

fn main() {}
