// expect: default
use wxpay::prelude::*;

#[wxpay_object]
pub struct Amount {
    #[wxpay(default)]
    pub currency: Option<String>,
}
