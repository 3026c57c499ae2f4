// expect: in = "query" | in =
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/orders")]
pub struct PutOrder {
    #[wxpay(in = "query")]
    pub mchid: String,
}
