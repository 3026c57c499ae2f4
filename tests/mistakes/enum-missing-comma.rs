// expect: Refund
use wxpay::prelude::*;

#[wxpay_enum]
pub enum TradeState {
    Success
    Refund,
}
