// expect: "1"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/bills", response = Bills, pages(page = "page_index", first = "1", items = "data"))]
pub struct ListBills {
    pub page_index: Option<u32>,
}

#[wxpay_object]
pub struct Bills {
    pub data: Vec<String>,
}
