// expect: TradeState,
use wxpay::prelude::*;

pub enum TradeState {
    Success,
    Refund,
}

#[wxpay_object]
pub struct Order {
    pub trade_state: TradeState,
}
