// expect: Regex::new("[0-9]+")
use wxpay::prelude::*;

#[wxpay_object]
pub struct Order {
    #[wxpay(pattern = Regex::new("[0-9]+"))]
    pub out_trade_no: String,
}
