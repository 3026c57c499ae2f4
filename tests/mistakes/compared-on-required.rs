// expect: compared
use wxpay::prelude::*;

#[wxpay_object]
pub struct Answer {
    #[wxpay(compared)]
    pub out_trade_no: String,
}
