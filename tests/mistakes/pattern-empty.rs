// expect: ""
use wxpay::prelude::*;

#[wxpay_object]
pub struct Order {
    #[wxpay(pattern = "")]
    pub out_trade_no: String,
}
