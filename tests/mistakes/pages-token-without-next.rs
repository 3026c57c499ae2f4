// expect: token = "page_token" | pages
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/contracts", response = Contracts, pages(token = "page_token", limit = "page_size", items = "contracts"))]
pub struct ListContracts {
    pub page_token: Option<String>,
    pub page_size: Option<u32>,
}

#[wxpay_object]
pub struct Contracts {
    pub contracts: Vec<String>,
    pub next_page_token: Option<String>,
}
