// expect: "[0-9a-zA-Z_-{6,32}"
use wxpay::prelude::*;

#[wxpay_object]
pub struct Order {
    #[wxpay(pattern = "[0-9a-zA-Z_-{6,32}")]
    pub out_trade_no: String,
}
