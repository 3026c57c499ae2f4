// expect: compared
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/orders")]
pub struct PutOrder {
    #[wxpay(compared)]
    pub attach: Option<String>,
}
