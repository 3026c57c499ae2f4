// expect: "false"
use wxpay::prelude::*;

#[wxpay_object]
pub struct Settle {
    #[wxpay(default = "false")]
    pub profit_sharing: Option<bool>,
}
