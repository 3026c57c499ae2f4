// expect: impl | wxpay_object
use wxpay::prelude::*;

pub struct Order;

#[wxpay_object]
impl Order {
    pub fn id(&self) -> u32 {
        1
    }
}
