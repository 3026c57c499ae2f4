// expect: usize
use wxpay::prelude::*;

#[wxpay_object]
pub struct Goods {
    pub merchant_goods_id: String,
    pub quantity: usize,
}
