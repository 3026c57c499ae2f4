// expect: response
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/merchant/fund/balance/{account_type}")]
pub struct GetBalance {
    #[wxpay(response = Balance)]
    pub account_type: String,
}

#[wxpay_object]
pub struct Balance {
    pub available_amount: Fen,
}
