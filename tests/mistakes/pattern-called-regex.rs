// expect: regex
use wxpay::prelude::*;

#[wxpay_object]
pub struct Order {
    #[wxpay(regex = "[0-9a-z]+")]
    pub out_trade_no: String,
}
