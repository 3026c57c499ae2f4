// on: serde(rename = "payAuthNo")
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[serde(rename = "payAuthNo")]
    pub pay_auth_no: String,
}

fn main() {}
