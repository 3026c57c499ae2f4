// expect: route
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", route("/v3/certificates"))]
pub struct Certificates {}
