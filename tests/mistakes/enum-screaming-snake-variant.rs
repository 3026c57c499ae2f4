// expect: NOT_PAY
use wxpay::prelude::*;

#[wxpay_enum]
pub enum TradeState {
    NOT_PAY,
    Closed,
}
