// expect: MoreThan30Days
use wxpay::prelude::*;

#[wxpay_enum]
pub enum Age {
    Fresh,
    MoreThan30Days,
}
