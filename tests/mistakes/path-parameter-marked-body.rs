// expect: body
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/payscore/serviceorder/{out_order_no}/cancel")]
pub struct CancelServiceOrder {
    #[wxpay(body)]
    pub out_order_no: String,
    pub reason: String,
}
