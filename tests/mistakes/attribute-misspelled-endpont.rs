// expect: wxpay_endpont
use wxpay::prelude::*;

#[wxpay_endpont(method = "POST", path = "/v3/orders")]
pub struct PutOrder {
    pub appid: String,
}
