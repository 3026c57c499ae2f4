// expect: u128
use wxpay::prelude::*;

#[wxpay_object]
pub struct Goods {
    pub merchant_goods_id: u128,
}
