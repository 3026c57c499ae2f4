// expect: rename = payAuthNo | payAuthNo
use wxpay::prelude::*;

#[wxpay_object]
pub struct Who {
    #[wxpay(rename = payAuthNo)]
    pub pay_auth_no: String,
}
