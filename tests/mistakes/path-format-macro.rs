// expect: format!("/v3/{}/tradebill", "bill") | format!
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = format!("/v3/{}/tradebill", "bill"))]
pub struct TradeBill {
    pub bill_date: String,
}
