// compiles: some pages write numbers as strings
// expect: "offset" | Option<String>
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/bills", response = Bills, pages(offset = "offset", items = "data"))]
pub struct ListBills {
    pub offset: Option<String>,
}

#[wxpay_object]
pub struct Bills {
    pub data: Vec<String>,
}
