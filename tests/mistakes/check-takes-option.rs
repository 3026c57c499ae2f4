// expect: check = is_digits | is_digits)]
use wxpay::prelude::*;

#[wxpay_object]
pub struct Card {
    #[wxpay(check = is_digits)]
    pub card_no: Option<String>,
}

pub fn is_digits(_: Option<&str>) -> Result<(), String> {
    Ok(())
}
