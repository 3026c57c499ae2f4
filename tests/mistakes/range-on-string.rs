// expect: range
use wxpay::prelude::*;

#[wxpay_object]
pub struct Order {
    #[wxpay(range = 6..=32)]
    pub out_trade_no: String,
}
