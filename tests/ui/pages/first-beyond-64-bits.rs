// on: 9223372036854775808
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
    pages(page = "offset", first = 9223372036854775808, items = "data", total = "total_count")
)]
pub struct List {
    pub offset: i64,
    pub limit: i64,
    pub token: Option<String>,
}

fn main() {}
