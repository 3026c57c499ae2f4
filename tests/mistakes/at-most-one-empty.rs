// expect: at_most_one
use wxpay::prelude::*;

#[wxpay_object(at_most_one())]
pub struct Discount {
    pub percent: Option<u32>,
    pub amount: Option<Fen>,
}
