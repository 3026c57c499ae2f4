// expect: true
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/profitsharing/return-orders", number = true)]
pub struct ReturnShare {
    pub out_return_no: String,
}
