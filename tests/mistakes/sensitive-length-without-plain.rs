// expect: len = 1..=16 | 1..=16
use wxpay::prelude::*;

#[wxpay_object]
pub struct Payee {
    #[wxpay(len = 1..=16)]
    pub user_name: Sensitive,
}
