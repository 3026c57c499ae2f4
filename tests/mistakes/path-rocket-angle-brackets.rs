// expect: <refund_no>
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/refund/domestic/refunds/<refund_no>")]
pub struct QueryRefund {
    pub refund_no: String,
}
