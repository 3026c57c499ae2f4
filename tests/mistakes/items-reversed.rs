// expect: 50..=1
use wxpay::prelude::*;

#[wxpay_object]
pub struct Order {
    #[wxpay(items = 50..=1)]
    pub tags: Vec<String>,
}
