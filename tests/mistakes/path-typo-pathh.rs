// expect: pathh
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", pathh = "/v3/bill/tradebill")]
pub struct TradeBill {
    pub bill_date: String,
}
