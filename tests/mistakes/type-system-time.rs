// expect: SystemTime | Option<std::time::SystemTime>
use wxpay::prelude::*;

#[wxpay_object]
pub struct Order {
    pub time_expire: Option<std::time::SystemTime>,
}
