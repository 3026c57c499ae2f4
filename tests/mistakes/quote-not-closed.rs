// expect: "/v3/orders)] | "/v3/orders)] pub struct PutOrder { pub appid: String,
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/orders)]
pub struct PutOrder {
    pub appid: String,
}
