// on: Option<String>
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    pub codes: std::collections::BTreeMap<String, Option<String>>,
}

fn main() {}
