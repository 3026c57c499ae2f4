// expect: plain
use wxpay::prelude::*;

#[wxpay_object]
pub struct Payee {
    #[wxpay(len = 1..=64, plain)]
    pub user_name: String,
}
