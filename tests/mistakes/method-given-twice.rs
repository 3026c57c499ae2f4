// expect: method = "GET"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/combine-transactions/app", method = "GET")]
pub struct CombineApp {
    pub combine_appid: String,
}
