// on: T
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing<T> {
    pub code: T,
}

fn main() {}
