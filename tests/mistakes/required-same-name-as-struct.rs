// expect: required = Share | Share)]
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/profitsharing/orders", required = Share)]
pub struct Share {
    pub appid: String,
    pub sub_mchid: Option<String>,
}
