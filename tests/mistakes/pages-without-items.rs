// expect: pages
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/bills", response = Bills, pages(offset = "offset", limit = "limit", total = "total"))]
pub struct ListBills {
    pub offset: Option<u32>,
    pub limit: Option<u32>,
}

#[wxpay_object]
pub struct Bills {
    pub data: Vec<String>,
    pub total: i64,
}
