// expect: "v3/refund/domestic/refunds"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "v3/refund/domestic/refunds", number = "out_refund_no")]
pub struct CreateRefund {
    #[wxpay(len = 1..=64)]
    pub out_refund_no: String,
}
