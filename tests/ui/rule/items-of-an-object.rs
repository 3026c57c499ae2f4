// on: wxpay::pay::Amount
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(items = 1..=50)]
    pub amount: wxpay::pay::Amount,
}

fn main() {}
