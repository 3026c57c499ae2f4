// on: JsonText<String>
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(pattern = "[0-9]+")]
    pub text: JsonText<String>,
}

fn main() {}
