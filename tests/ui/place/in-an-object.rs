// on: query
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(query)]
    pub code: String,
}

fn main() {}
