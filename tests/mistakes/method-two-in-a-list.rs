// expect: ["GET", "POST"]
use wxpay::prelude::*;

#[wxpay_endpoint(method = ["GET", "POST"], path = "/v3/combine-transactions/app")]
pub struct CombineApp {
    pub combine_appid: String,
}
