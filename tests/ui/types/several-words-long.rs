// on: std::collections::BTreeMap<String, i64>
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(len = 3)]
    pub counts: std::collections::BTreeMap<String, i64>,
}

fn main() {}
