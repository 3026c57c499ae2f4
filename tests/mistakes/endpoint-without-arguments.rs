// expect: wxpay_endpoint
use wxpay::prelude::*;

#[wxpay_endpoint]
pub struct PutOrder {
    pub appid: String,
}
