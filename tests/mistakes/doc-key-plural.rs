// expect: docs
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/certificates", docs = "https://pay.weixin.qq.com/doc/v3/merchant/4012551764")]
pub struct Certificates {}
