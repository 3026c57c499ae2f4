// on: 0..
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(items = 0..)]
    pub codes: Vec<String>,
}

fn main() {}
