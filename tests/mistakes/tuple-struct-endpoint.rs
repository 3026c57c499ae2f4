// expect: (String) | GetOrder
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/orders/{id}")]
pub struct GetOrder(String);
