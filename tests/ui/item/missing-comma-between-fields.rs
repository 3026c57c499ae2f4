// on: 
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    pub code: String
    pub name: String,
}

fn main() {}
