// expect: async fn | fn | wxpay_endpoint
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/pay/transactions/app")]
pub async fn app_order(appid: String) -> String {
    appid
}
