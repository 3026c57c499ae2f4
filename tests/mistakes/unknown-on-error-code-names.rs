// expect: FREQUENCY_LIMITED
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/refund/abnormal", number = "out_refund_no", unknown_on = [FREQUENCY_LIMITED])]
pub struct AbnormalRefund {
    pub out_refund_no: String,
}
