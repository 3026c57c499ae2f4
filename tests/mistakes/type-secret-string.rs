// expect: SecretString
use wxpay::prelude::*;

#[wxpay_object]
pub struct Payee {
    pub user_name: SecretString,
}
