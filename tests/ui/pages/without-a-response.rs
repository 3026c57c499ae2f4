// on: pages
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/complaints", pages(offset = "offset", items = "data"))]
pub struct Complaints {
    pub offset: Option<u32>,
}

fn main() {}
