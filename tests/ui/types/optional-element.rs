// on: Option<String>
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    pub codes: Option<Vec<Option<String>>>,
}

fn main() {}
