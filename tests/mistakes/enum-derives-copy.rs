// expect: Copy
use wxpay::prelude::*;

#[wxpay_enum]
#[derive(Copy)]
pub enum BankCard {
    Debit,
    Credit,
}
