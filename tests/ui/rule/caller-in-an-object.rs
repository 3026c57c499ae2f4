// on: caller
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(caller)]
    pub mchid: String,
}

fn main() {}
