// expect: JSAPIPay
use wxpay::prelude::*;

#[wxpay_enum]
pub enum TradeType {
    Native,
    JSAPIPay,
}
