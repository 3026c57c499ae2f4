// on: url
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(url)]
    pub code: i64,
}

fn main() {}
