// expect: check_amounts
use wxpay::prelude::*;
use wxpay::validate::Violation;

#[wxpay_object(check = check_amounts)]
pub struct Discount {
    pub total: Fen,
    pub amount: Fen,
}

pub fn check_amount(_: &Discount) -> Result<(), Violation> {
    Ok(())
}
