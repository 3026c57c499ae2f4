// expect: check = is_digits | is_digits)]
use wxpay::prelude::*;

#[wxpay_object]
pub struct Card {
    #[wxpay(check = is_digits)]
    pub card_no: String,
}

pub fn is_digits(text: String) -> Result<(), String> {
    text.bytes().all(|b| b.is_ascii_digit()).then_some(()).ok_or("no digits".to_owned())
}
