// expect: header
use wxpay::prelude::*;

#[wxpay_object]
pub struct Filter {
    #[wxpay(header = "Wechatpay-Serial")]
    pub serial: String,
}
