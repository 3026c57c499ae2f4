// expect: number = out_refund_no | out_refund_no)
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/ecommerce/refunds/apply", number = out_refund_no)]
pub struct EcommerceRefund {
    pub out_refund_no: String,
}
