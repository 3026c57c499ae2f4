// expect: List<GoodsDetail> | List
use wxpay::prelude::*;

#[wxpay_object]
pub struct Detail {
    pub goods_detail: List<GoodsDetail>,
}

#[wxpay_object]
pub struct GoodsDetail {
    pub quantity: u32,
}
