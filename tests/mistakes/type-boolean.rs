// expect: boolean
use wxpay::prelude::*;

#[wxpay_object]
pub struct Settle {
    pub profit_sharing: boolean,
}
