// expect: , path | method =
use wxpay::prelude::*;

#[wxpay_endpoint(method = , path = "/v3/orders")]
pub struct PutOrder {
    pub appid: String,
}
