// expect: get
use wxpay::prelude::*;

#[get("/v3/marketing/favor/stocks/{stock_id}")]
pub struct GetStock {
    pub stock_id: String,
}
