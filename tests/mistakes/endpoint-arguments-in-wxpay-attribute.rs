// expect: method | wxpay
use wxpay::prelude::*;

#[wxpay(method = "POST", path = "/v3/orders")]
pub struct PutOrder {
    pub appid: String,
}
