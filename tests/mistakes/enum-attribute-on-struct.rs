// expect: struct | wxpay_enum
use wxpay::prelude::*;

#[wxpay_enum]
pub struct TradeState {
    pub success: bool,
}
