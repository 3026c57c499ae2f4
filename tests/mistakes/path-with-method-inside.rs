// expect: "GET /v3/certificates"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "GET /v3/certificates")]
pub struct Certificates {}
