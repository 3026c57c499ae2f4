// expect: "cross_border"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/global/certificates", host = "cross_border")]
pub struct GlobalCertificates {}
