// expect: len
use wxpay::prelude::*;

#[wxpay_object]
pub struct Order {
    #[wxpay(len = 1..=64)]
    pub time_expire: wxpay::value::DateTime,
}
