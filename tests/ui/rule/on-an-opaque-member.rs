// on: len
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(opaque, len = 32)]
    pub elapsed: std::time::Duration,
}

fn main() {}
