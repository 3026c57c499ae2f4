// expect: pages
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/merchant-service/complaints-v2", pages(offset = "offset", limit = "limit", items = "data"))]
pub struct Complaints {
    pub offset: Option<u32>,
    pub limit: Option<u32>,
}
