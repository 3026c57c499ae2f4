// expect: default = CNY | CNY
use wxpay::prelude::*;

#[wxpay_object]
pub struct Amount {
    #[wxpay(default = CNY)]
    pub currency: Option<String>,
}
