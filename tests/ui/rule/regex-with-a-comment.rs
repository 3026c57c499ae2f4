// on: "(?x)[0-9]+ # digits"
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(pattern = "(?x)[0-9]+ # digits")]
    pub code: String,
}

fn main() {}
