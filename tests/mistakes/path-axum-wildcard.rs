// expect: {*file}
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/billdownload/{*file}")]
pub struct GetBill {
    pub file: String,
}
