// expect: Datetime
use wxpay::prelude::*;

#[wxpay_object]
pub struct Order {
    pub success_time: Option<Datetime>,
}
