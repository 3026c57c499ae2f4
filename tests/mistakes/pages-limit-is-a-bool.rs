// expect: "limit" | Option<bool>
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/bills", response = Bills, pages(offset = "offset", limit = "limit", items = "data"))]
pub struct ListBills {
    pub offset: Option<u32>,
    pub limit: Option<bool>,
}

#[wxpay_object]
pub struct Bills {
    pub data: Vec<String>,
}
