// expect: method
use wxpay::prelude::*;

#[wxpay_object(method = "POST")]
pub struct PutOrder {
    pub appid: String,
}
