// on: NOT_PAY
use wxpay::prelude::*;

#[wxpay_enum]
#[allow(non_camel_case_types)]
pub enum TradeState {
    NOT_PAY,
}

fn main() {}
