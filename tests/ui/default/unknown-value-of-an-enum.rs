// on: Option<Order>
use wxpay::prelude::*;

#[wxpay_enum]
pub enum Order {
    Up,
    Down,
}

#[wxpay_object]
pub struct Page {
    #[wxpay(default = "SIDEWAYS")]
    pub limit: Option<Order>,
}

fn main() {}
