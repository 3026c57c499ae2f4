// expect: "POTS"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POTS", path = "/v3/pay/transactions/native")]
pub struct NativeOrder {
    pub description: String,
}
