// expect: nullable
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/orders")]
pub struct PutOrder {
    #[wxpay(nullable)]
    pub attach: Option<String>,
}
