// expect: len = 8.. | len = 8..)]
use wxpay::prelude::*;

#[wxpay_object]
pub struct App {
    #[wxpay(len = 32)]
    #[wxpay(len = 8..)]
    pub appid: String,
}
