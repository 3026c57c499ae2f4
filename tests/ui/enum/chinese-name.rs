// on: 支付成功
use wxpay::prelude::*;

#[wxpay_enum]
pub enum State {
    支付成功,
    Refund,
}

fn main() {}
