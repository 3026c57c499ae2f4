// expect: page = "page_no"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/stocks", response = Stocks, pages(page = "page_no", items = "data"))]
pub struct ListStocks {
    pub page_no: Option<u32>,
}

#[wxpay_object]
pub struct Stocks {
    pub data: Vec<String>,
}
