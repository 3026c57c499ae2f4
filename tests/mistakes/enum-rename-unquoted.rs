// expect: DEBIT_CARD
use wxpay::prelude::*;

#[wxpay_enum]
pub enum BankCard {
    #[wxpay(rename = DEBIT_CARD)]
    Debit,
    Credit,
}
