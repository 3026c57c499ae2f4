// expect: plain
use wxpay::prelude::*;

#[wxpay_object]
pub struct Payee {
    #[wxpay(plain)]
    pub user_name: Sensitive,
}
