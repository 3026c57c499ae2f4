// expect: alias
use wxpay::prelude::*;

#[wxpay_object]
pub struct Who {
    #[wxpay(alias = "payAuthNo")]
    pub pay_auth_no: String,
}
