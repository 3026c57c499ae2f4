// on: default_value
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(default_value = 20)]
    pub limit: Option<i64>,
}

fn main() {}
