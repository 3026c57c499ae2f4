// expect: body
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/complaints")]
pub struct Complaints {
    #[wxpay(body)]
    pub begin_date: String,
}
