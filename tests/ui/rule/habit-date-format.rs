// on: format
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(format = "yyyy-MM-dd")]
    pub code: String,
}

fn main() {}
