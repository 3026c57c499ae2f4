// expect: 支付成功
use wxpay::prelude::*;

#[wxpay_enum]
pub enum TradeState {
    支付成功,
    Refund,
}
