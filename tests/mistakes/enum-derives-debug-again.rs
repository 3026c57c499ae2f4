// expect: Debug
use wxpay::prelude::*;

#[wxpay_enum]
#[derive(Debug)]
pub enum BankCard {
    Debit,
    Credit,
}
