// expect: "check_amount"
use wxpay::prelude::*;
use wxpay::validate::Violation;

#[wxpay_object(check = "check_amount")]
pub struct Discount {
    pub total: Fen,
    pub amount: Fen,
}

pub fn check_amount(_: &Discount) -> Result<(), Violation> {
    Ok(())
}
