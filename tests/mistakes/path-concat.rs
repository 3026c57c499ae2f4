// expect: concat!
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = concat!("/v3", "/pay/transactions/h5"))]
pub struct H5Order {
    pub appid: String,
}
