// expect: response = H5Url | H5Url)]
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/pay/transactions/h5", response = H5Url)]
pub struct H5Order {
    pub appid: String,
}

#[derive(Debug, Clone)]
pub struct H5Url {
    pub h5_url: String,
}
