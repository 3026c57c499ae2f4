// on: page
use wxpay::prelude::*;

#[wxpay_endpoint(
    method = "GET",
    path = "/v3/stocks",
    response = Stocks,
    pages(offset = "offset", page = "page_no", first = 0, items = "data")
)]
pub struct ListStocks {
    pub offset: Option<u32>,
    pub page_no: Option<u32>,
}

#[wxpay_object]
pub struct Stocks {
    pub data: Vec<String>,
}

fn main() {}
