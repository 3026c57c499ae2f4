// expect: int
use wxpay::prelude::*;

#[wxpay_object]
pub struct Amount {
    pub total: int,
}
