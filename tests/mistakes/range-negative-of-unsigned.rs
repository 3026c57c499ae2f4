// expect: -5..=5 | -5
use wxpay::prelude::*;

#[wxpay_object]
pub struct Goods {
    #[wxpay(range = -5..=5)]
    pub quantity: u32,
}
