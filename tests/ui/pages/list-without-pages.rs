// on: list
use wxpay::prelude::*;

#[wxpay_object]
pub struct Page {
    pub data: Vec<String>,
    pub total_count: i64,
    pub next: Option<String>,
}

#[wxpay_endpoint(method = "GET", path = "/v3/things", response = Page)]
pub struct List {
    pub offset: i64,
}

pub fn all(client: &Client, list: &List) {
    let _ = client.pages(list);
}

fn main() {}
