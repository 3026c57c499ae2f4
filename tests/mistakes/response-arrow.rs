// expect: ->
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/certificates" -> Certificates)]
pub struct ListCertificates {}

#[wxpay_object]
pub struct Certificates {
    pub serial_no: String,
}
