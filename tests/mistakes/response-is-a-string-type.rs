// expect: response = String | String)]
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/bill/tradebill", response = String)]
pub struct TradeBill {
    pub bill_type: Option<u32>,
}
