// expect: method("DELETE") | method
use wxpay::prelude::*;

#[wxpay_endpoint(method("DELETE"), path = "/v3/profitsharing/receivers/{account}")]
pub struct DeleteReceiver {
    pub account: String,
}
