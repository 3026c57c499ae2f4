// expect: 选填
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/orders")]
pub struct PutOrder {
    #[wxpay(选填)]
    pub attach: Option<String>,
}
