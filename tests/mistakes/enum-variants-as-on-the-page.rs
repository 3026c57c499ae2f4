// expect: USERPAYING
use wxpay::prelude::*;

#[wxpay_enum]
pub enum TradeState {
    Success,
    USERPAYING,
}
