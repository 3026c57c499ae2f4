// expect: ${stock_id}
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/marketing/favor/stocks/${stock_id}")]
pub struct QueryStock {
    pub stock_id: String,
    pub stock_creator_mchid: String,
}
