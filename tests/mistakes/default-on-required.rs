// expect: default | limit: u32
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/complaints")]
pub struct Complaints {
    #[wxpay(default = 20)]
    pub limit: u32,
}
