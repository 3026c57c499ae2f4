// expect: chrono | chrono::NaiveDateTime
use wxpay::prelude::*;

#[wxpay_object]
pub struct Order {
    pub time_expire: chrono::NaiveDateTime,
}
