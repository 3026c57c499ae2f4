// expect: rename(serialize = "payAuthNo") | (serialize = "payAuthNo")
use wxpay::prelude::*;

#[wxpay_object]
pub struct Who {
    #[wxpay(rename(serialize = "payAuthNo"))]
    pub pay_auth_no: String,
}
