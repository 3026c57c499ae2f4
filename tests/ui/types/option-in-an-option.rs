// on: Option<String>
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    pub code: Option<Option<String>>,
}

fn main() {}
