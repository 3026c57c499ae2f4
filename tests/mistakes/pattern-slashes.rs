// expect: "/^[0-9]{10}$/"
use wxpay::prelude::*;

#[wxpay_object]
pub struct Order {
    #[wxpay(pattern = "/^[0-9]{10}$/")]
    pub out_trade_no: String,
}
