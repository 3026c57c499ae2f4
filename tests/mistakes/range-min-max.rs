// expect: range(min = 1, max = 50) | (min = 1, max = 50)
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/complaints")]
pub struct Complaints {
    #[wxpay(range(min = 1, max = 50))]
    pub limit: Option<u32>,
}
