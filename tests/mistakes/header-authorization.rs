// expect: "Authorization"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/orders")]
pub struct PutOrder {
    #[wxpay(header = "Authorization")]
    pub token: String,
    pub mchid: String,
}
