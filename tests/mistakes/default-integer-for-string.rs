// expect: 156
use wxpay::prelude::*;

#[wxpay_object]
pub struct Amount {
    #[wxpay(default = 156)]
    pub currency: Option<String>,
}
