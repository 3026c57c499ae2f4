// expect: enum | wxpay_object
use wxpay::prelude::*;

#[wxpay_object]
pub enum TradeState {
    Success,
    Refund,
}
