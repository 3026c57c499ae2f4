// expect: query
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/orders/{no}")]
pub struct GetOrder {
    pub no: String,
    #[query]
    pub mchid: String,
}
