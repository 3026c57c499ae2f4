// on: ECommerce
use wxpay::prelude::*;

#[wxpay_enum]
pub enum Industry {
    ECommerce,
}

fn main() {}
