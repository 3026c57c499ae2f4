// expect: name
use wxpay::prelude::*;

#[wxpay_object]
pub struct Who {
    #[wxpay(name = "payAuthNo")]
    pub pay_auth_no: String,
}
