// on: "/v3/refunds/{out-refund-no}"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/refunds/{out-refund-no}")]
pub struct Find {
    pub out_refund_no: String,
}

fn main() {}
