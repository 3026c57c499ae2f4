// on: std::time::Duration
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    pub elapsed: std::time::Duration,
}

fn main() {}
