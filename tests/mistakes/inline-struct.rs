// expect: struct {
use wxpay::prelude::*;

#[wxpay_object]
pub struct Order {
    pub appid: String,
    pub amount: struct { pub total: Fen },
}
