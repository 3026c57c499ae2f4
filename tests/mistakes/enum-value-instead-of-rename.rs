// expect: value
use wxpay::prelude::*;

#[wxpay_enum]
pub enum BankCard {
    #[wxpay(value = "DEBIT")]
    Debit,
    #[wxpay(rename = "CREDIT_CARD")]
    Credit,
}
