// on: pagination
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/things", pagination(offset = "offset", limit = "limit"))]
pub struct ListThings {
    pub offset: Option<u32>,
    pub limit: Option<u32>,
}

fn main() {}
