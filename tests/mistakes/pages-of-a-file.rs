// expect: pages | Bytes
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/bills/file", response = Bytes, pages(offset = "offset", items = "data"))]
pub struct BillFile {
    pub offset: Option<u32>,
}
