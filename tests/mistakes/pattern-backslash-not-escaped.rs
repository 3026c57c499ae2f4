// expect: \d
use wxpay::prelude::*;

#[wxpay_object]
pub struct Order {
    #[wxpay(pattern = "\d+")]
    pub out_trade_no: String,
}
