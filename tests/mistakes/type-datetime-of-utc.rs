// several: `Utc` is not there either
// expect: DateTime<Utc> | <Utc> | Utc
use wxpay::prelude::*;

#[wxpay_object]
pub struct Order {
    pub time_expire: wxpay::value::DateTime<Utc>,
}
