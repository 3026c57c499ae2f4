// expect: enum | wxpay_endpoint
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/certificates")]
pub enum Certificates {
    All,
}
