// expect: 1-32 | -
use wxpay::prelude::*;

#[wxpay_object]
pub struct App {
    #[wxpay(len = 1-32)]
    pub appid: String,
}
