// on: f64
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    pub total: f64,
}

fn main() {}
