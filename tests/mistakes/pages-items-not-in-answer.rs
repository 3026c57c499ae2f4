// expect: "list"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/complaints", response = Complaints, pages(offset = "offset", limit = "limit", items = "list", total = "total_count"))]
pub struct ListComplaints {
    pub offset: Option<u32>,
    pub limit: Option<u32>,
}

#[wxpay_object]
pub struct Complaints {
    pub data: Option<Vec<String>>,
    pub total_count: i64,
}
