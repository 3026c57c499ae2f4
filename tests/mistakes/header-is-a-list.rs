// expect: Vec<String> | header
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/orders")]
pub struct PutOrder {
    #[wxpay(header = "X-Tags")]
    pub tags: Vec<String>,
    pub mchid: String,
}
