// expect: 404
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/papay/pay/transactions/apply", success = 404)]
pub struct ApplyDeduction {
    pub out_trade_no: String,
}
