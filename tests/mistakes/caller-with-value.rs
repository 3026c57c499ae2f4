// expect: caller = true | = true
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/orders")]
pub struct PutOrder {
    #[wxpay(caller = true)]
    pub mchid: String,
}
