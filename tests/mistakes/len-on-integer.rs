// expect: len
use wxpay::prelude::*;

#[wxpay_object]
pub struct Goods {
    #[wxpay(len = 1..=32)]
    pub quantity: u32,
}
