// expect: range
use wxpay::prelude::*;

#[wxpay_object]
pub struct Settle {
    #[wxpay(range = 0..=1)]
    pub profit_sharing: bool,
}
