// expect: exactly_one
use wxpay::prelude::*;

#[wxpay_object(exactly_one("percent", "amount"))]
pub struct Discount {
    pub percent: Option<u32>,
    pub amount: Option<Fen>,
}
