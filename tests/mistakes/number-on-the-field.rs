// expect: number
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/ecommerce/refunds/apply")]
pub struct EcommerceRefund {
    #[wxpay(number)]
    pub out_refund_no: String,
}
