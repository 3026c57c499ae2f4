// expect: max_items
use wxpay::prelude::*;

#[wxpay_object]
pub struct Order {
    #[wxpay(max_items = 10)]
    pub tags: Vec<String>,
}
