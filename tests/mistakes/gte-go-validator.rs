// expect: gte
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/complaints")]
pub struct Complaints {
    #[wxpay(gte = 0)]
    pub offset: Option<u32>,
}
