// on: page_size
use wxpay::prelude::*;

#[wxpay_endpoint(
    method = "GET",
    path = "/v3/things",
    response = Things,
    pages(offset = "offset", page_size = "limit", items = "data")
)]
pub struct ListThings {
    pub offset: Option<u32>,
    pub limit: Option<u32>,
}

#[wxpay_object]
pub struct Things {
    pub data: Vec<i64>,
}

fn main() {}
