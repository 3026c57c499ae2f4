// expect: True
use wxpay::prelude::*;

#[wxpay_object]
pub struct Settle {
    #[wxpay(default = True)]
    pub profit_sharing: Option<bool>,
}
