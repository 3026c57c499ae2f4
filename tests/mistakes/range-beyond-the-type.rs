// expect: 1..=300 | 300
use wxpay::prelude::*;

#[wxpay_object]
pub struct Goods {
    #[wxpay(range = 1..=300)]
    pub quantity: u8,
}
