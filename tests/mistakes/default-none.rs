// expect: None
use wxpay::prelude::*;

#[wxpay_object]
pub struct Amount {
    #[wxpay(default = None)]
    pub currency: Option<String>,
}
