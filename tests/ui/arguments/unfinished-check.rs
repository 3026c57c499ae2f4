// on: ::
use wxpay::prelude::*;

#[wxpay_object(check = ::)]
pub struct Thing {
    pub code: String,
}

fn main() {}
