// expect: response = TradeState | TradeState)]
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/trade-state/{id}", response = TradeState)]
pub struct AskState {
    pub id: String,
}

#[wxpay_enum]
pub enum TradeState {
    Success,
    Refund,
}
