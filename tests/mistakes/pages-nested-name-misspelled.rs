// compiles: the table of an object in the answer is not known before the program runs
// expect: "links.nxt"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/banks", response = Banks, pages(offset = "offset", limit = "limit", items = "data", next = "links.nxt"))]
pub struct ListBanks {
    pub offset: Option<u32>,
    pub limit: Option<u32>,
}

#[wxpay_object]
pub struct Banks {
    pub data: Vec<String>,
    pub links: Links,
}

#[wxpay_object]
pub struct Links {
    pub next: Option<String>,
}
