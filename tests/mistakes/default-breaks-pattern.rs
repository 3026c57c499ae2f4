// expect: "cny"
use wxpay::prelude::*;

#[wxpay_object]
pub struct Amount {
    #[wxpay(pattern = "[A-Z]{3}", default = "cny")]
    pub currency: Option<String>,
}
