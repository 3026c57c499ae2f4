// expect: max
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/complaints")]
pub struct Complaints {
    #[wxpay(max = 50)]
    pub limit: Option<u32>,
}
