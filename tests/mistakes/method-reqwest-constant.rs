// expect: reqwest::Method::POST
use wxpay::prelude::*;

#[wxpay_endpoint(method = reqwest::Method::POST, path = "/v3/pay/transactions/native")]
pub struct NativeOrder {
    pub description: String,
}
