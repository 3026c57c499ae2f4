// expect: trait | wxpay_endpoint
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/certificates")]
pub trait Certificates {
    fn list(&self) -> Vec<String>;
}
