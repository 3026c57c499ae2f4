// on: next
use wxpay::prelude::*;

#[wxpay_object]
pub struct Page {
    pub data: Vec<String>,
    pub total_count: i64,
    pub next: Option<String>,
}

#[wxpay_endpoint(
    method = "GET",
    path = "/v3/things",
    response = Page,
    pages(offset = "offset", items = "data", total = "total_count", next = "next")
)]
pub struct List {
    pub offset: i64,
    pub limit: i64,
    pub token: Option<String>,
}

fn main() {}
