// expect: PrepayAnwser
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/pay/transactions/app", response = PrepayAnwser)]
pub struct AppOrder {
    pub appid: String,
}

#[wxpay_object]
pub struct PrepayAnswer {
    pub prepay_id: String,
}
