// expect: f32 | Option<f32>
use wxpay::prelude::*;

#[wxpay_object]
pub struct Amount {
    pub total: Fen,
    pub discount: Option<f32>,
}
