// expect: {out-refund-no}
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/refund/domestic/refunds/{out-refund-no}")]
pub struct QueryRefund {
    pub out_refund_no: String,
}
