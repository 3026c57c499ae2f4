// expect: ""
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "")]
pub struct CloseOrder {
    pub mchid: String,
}
