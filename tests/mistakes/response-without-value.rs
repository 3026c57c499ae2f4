// expect: response
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/certificates", response)]
pub struct ListCertificates {}
