// expect: sensitive
use wxpay::prelude::*;

#[wxpay_object]
pub struct Payee {
    #[wxpay(sensitive)]
    pub user_name: String,
}
