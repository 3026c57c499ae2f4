// expect: "下载平台证书"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/certificates", doc = "下载平台证书")]
pub struct Certificates {}
