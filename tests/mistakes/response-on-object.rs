// expect: response
use wxpay::prelude::*;

#[wxpay_object(response = Balance)]
pub struct BalanceRequest {
    pub account_type: String,
}

#[wxpay_object]
pub struct Balance {
    pub available_amount: Fen,
}
