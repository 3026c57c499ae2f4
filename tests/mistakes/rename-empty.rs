// expect: ""
use wxpay::prelude::*;

#[wxpay_object]
pub struct Who {
    #[wxpay(rename = "")]
    pub pay_auth_no: String,
}
