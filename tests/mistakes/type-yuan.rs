// expect: Yuan
use wxpay::prelude::*;

#[wxpay_object]
pub struct Order {
    pub total: Yuan,
}
