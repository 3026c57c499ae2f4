// expect: items
use wxpay::prelude::*;

#[wxpay_object]
pub struct Order {
    #[wxpay(items = 1..=10)]
    pub tags: String,
}
