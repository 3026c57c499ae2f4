// expect: item
use wxpay::prelude::*;

#[wxpay_object]
pub struct Order {
    #[wxpay(item = 1..=10)]
    pub tags: Vec<String>,
}
