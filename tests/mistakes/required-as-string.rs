// expect: "ShareRequired"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/profitsharing/orders", required = "ShareRequired")]
pub struct Share {
    pub appid: String,
    pub sub_mchid: Option<String>,
}
