// expect: ==
use wxpay::prelude::*;

#[wxpay_endpoint(method == "POST", path = "/v3/combine-transactions/app")]
pub struct CombineApp {
    pub combine_appid: String,
}
