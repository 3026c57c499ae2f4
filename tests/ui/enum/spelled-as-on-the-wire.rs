// on: SUCCESS
use wxpay::prelude::*;

#[wxpay_enum]
pub enum TradeState {
    SUCCESS,
}

fn main() {}
