// expect: time.Time | .Time | .
use wxpay::prelude::*;

#[wxpay_object]
pub struct Order {
    pub success_time: time.Time,
}
