// expect: 必填
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/orders")]
pub struct PutOrder {
    #[wxpay(必填 = true)]
    pub mchid: String,
}
