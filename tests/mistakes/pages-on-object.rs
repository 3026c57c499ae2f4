// expect: pages
use wxpay::prelude::*;

#[wxpay_object(pages(offset = "offset", limit = "limit", items = "data"))]
pub struct Bills {
    pub data: Vec<String>,
    pub offset: u32,
    pub limit: u32,
}
