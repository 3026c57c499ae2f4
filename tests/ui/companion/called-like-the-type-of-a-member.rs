// on: Amount
use wxpay::prelude::*;

#[wxpay_object(required = Amount)]
pub struct Thing {
    pub amount: Amount,
}

#[wxpay_object]
pub struct Amount {
    pub total: i64,
}

fn main() {}
