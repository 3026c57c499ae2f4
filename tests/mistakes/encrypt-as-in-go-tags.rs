// expect: encryption
use wxpay::prelude::*;

#[wxpay_object]
pub struct Payee {
    #[wxpay(encryption = "EM_APIV3")]
    pub user_name: String,
}
