// expect: wxpay_object
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/orders")]
pub struct PutOrder {
    #[wxpay_object]
    pub appid: String,
}
