// expect: "a{5,2}" | {5,2}
use wxpay::prelude::*;

#[wxpay_object]
pub struct Order {
    #[wxpay(pattern = "a{5,2}")]
    pub out_trade_no: String,
}
