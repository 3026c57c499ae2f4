// expect: pattern
use wxpay::prelude::*;

#[wxpay_object]
pub struct Goods {
    #[wxpay(pattern = "[0-9]+")]
    pub quantity: u32,
}
