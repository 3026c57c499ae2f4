// expect: "RENMINBI"
use wxpay::prelude::*;

#[wxpay_object]
pub struct Amount {
    #[wxpay(len = 3, default = "RENMINBI")]
    pub currency: Option<String>,
}
