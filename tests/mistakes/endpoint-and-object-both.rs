// expect: wxpay_object
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/orders")]
#[wxpay_object]
pub struct PutOrder {
    pub appid: String,
}
