// expect: "HEAD"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "HEAD", path = "/v3/certificates")]
pub struct Probe {}
