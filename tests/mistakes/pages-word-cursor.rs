// expect: cursor =
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/bills", response = Bills, pages(cursor = "cursor_id", items = "data", next = "next_id"))]
pub struct ListBills {
    pub cursor_id: Option<String>,
}

#[wxpay_object]
pub struct Bills {
    pub data: Vec<String>,
    pub next_id: Option<String>,
}
