// expect: \\1
use wxpay::prelude::*;

#[wxpay_object]
pub struct Order {
    #[wxpay(pattern = "([a-z])\\1")]
    pub out_trade_no: String,
}
