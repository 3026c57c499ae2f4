// expect: |v: &str| Ok(())
use wxpay::prelude::*;

#[wxpay_object]
pub struct Card {
    #[wxpay(check = |v: &str| Ok(()))]
    pub card_no: String,
}
