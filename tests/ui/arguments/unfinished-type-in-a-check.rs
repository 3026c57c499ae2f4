// on: <Thing
use wxpay::prelude::*;

#[wxpay_object(check = <Thing)]
pub struct Thing {
    pub code: String,
}

fn main() {}
