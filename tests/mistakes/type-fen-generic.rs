// expect: Fen<i64> | <i64>
use wxpay::prelude::*;

#[wxpay_object]
pub struct Order {
    pub total: Fen<i64>,
}
