// expect: required
use wxpay::prelude::*;

#[wxpay_object(required("merchant_goods_id", "quantity"))]
pub struct Goods {
    pub merchant_goods_id: String,
    pub quantity: u32,
    pub goods_name: Option<String>,
}
