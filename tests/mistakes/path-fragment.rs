// expect: #part-2
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/merchant-service/complaints-v2#part-2")]
pub struct Complaints {
    pub begin_date: String,
}
