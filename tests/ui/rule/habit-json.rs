// on: json
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(json)]
    pub code: String,
}

fn main() {}
