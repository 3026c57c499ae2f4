// on: serde(flatten)
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[serde(flatten)]
    pub amount: wxpay::pay::Amount,
}

fn main() {}
