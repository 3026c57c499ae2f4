// several: to rustc these are two unknown characters around a name
// expect: “POST”
use wxpay::prelude::*;

#[wxpay_endpoint(method = “POST”, path = "/v3/profitsharing/receivers/add")]
pub struct AddReceiver {
    pub account: String,
}
