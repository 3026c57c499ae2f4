// expect: wxpay(path) | #[wxpay(path)]
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/payscore/serviceorder/{out_order_no}/pay")]
pub struct Collect {
    #[wxpay(path)]
    pub out_order_no: String,
    pub appid: String,
}
