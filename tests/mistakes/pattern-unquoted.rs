// expect: [0-9a-z]
use wxpay::prelude::*;

#[wxpay_object]
pub struct Order {
    #[wxpay(pattern = [0-9a-z])]
    pub out_trade_no: String,
}
