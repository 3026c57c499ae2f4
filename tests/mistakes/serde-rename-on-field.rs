// expect: serde | serde(rename = "payAuthNo")
use wxpay::prelude::*;

#[wxpay_object]
pub struct Who {
    #[serde(rename = "payAuthNo")]
    pub pay_auth_no: String,
}
