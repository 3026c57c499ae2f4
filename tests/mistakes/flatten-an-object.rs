// expect: flatten
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/orders")]
pub struct PutOrder {
    pub appid: String,
    #[wxpay(flatten)]
    pub common: Common,
}

#[wxpay_object]
pub struct Common {
    pub mchid: String,
}
