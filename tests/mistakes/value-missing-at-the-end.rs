// expect: path =
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path =)]
pub struct PutOrder {
    pub appid: String,
}
