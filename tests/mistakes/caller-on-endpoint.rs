// expect: caller
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/orders", caller = "mchid")]
pub struct PutOrder {
    pub mchid: String,
}
