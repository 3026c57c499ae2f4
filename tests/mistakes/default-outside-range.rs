// expect: 100
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/complaints")]
pub struct Complaints {
    #[wxpay(range = 1..=50, default = 100)]
    pub limit: Option<u32>,
}
