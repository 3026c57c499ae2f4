// expect: offset = start | start,
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/bills", response = Bills, pages(offset = start, items = "data"))]
pub struct ListBills {
    pub start: Option<u32>,
}

#[wxpay_object]
pub struct Bills {
    pub data: Vec<String>,
}
