// expect: GoodsDetail
use wxpay::prelude::*;

#[wxpay_object]
pub struct Detail {
    pub cost_price: Option<Fen>,
    pub goods_detail: Option<Vec<GoodsDetail>>,
}
