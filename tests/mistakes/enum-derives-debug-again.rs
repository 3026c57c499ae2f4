// compiles: who derives it again gets the one that shows unknown values
// expect: Debug
use wxpay::prelude::*;

#[wxpay_enum]
#[derive(Debug)]
pub enum BankCard {
    Debit,
    Credit,
}
