// expect: "get"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "get", path = "/v3/certificates")]
pub struct Certificates {}
