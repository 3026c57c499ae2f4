// on: "since"
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
    pages(offset = "since", items = "data", total = "total_count")
)]
pub struct List {
    pub since: DateTime,
}

fn main() {}
