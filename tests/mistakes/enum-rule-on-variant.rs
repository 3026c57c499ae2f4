// expect: len
use wxpay::prelude::*;

#[wxpay_enum]
pub enum BankCard {
    #[wxpay(len = 16)]
    Debit,
    Credit,
}
