// expect: rename_all
use wxpay::prelude::*;

#[wxpay_object(rename_all = "camelCase")]
pub struct Who {
    pub pay_auth_no: String,
}
